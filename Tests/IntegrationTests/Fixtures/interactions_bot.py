"""A small bot on interactions.py, as its documentation writes one; only the address is the local Discord's."""

import datetime
import io
import os

import interactions
from interactions.api.http.route import Route

Route.BASE = os.environ["LOCAL_DISCORD_API"] + "/v10"

bot = interactions.Client(token=os.environ["LOCAL_DISCORD_TOKEN"], intents=interactions.Intents.ALL)


@interactions.slash_command(name="ping", description="Answers")
@interactions.slash_option(
    "text", "What to say", opt_type=interactions.OptionType.STRING, required=True, autocomplete=True
)
async def ping(context: interactions.SlashContext, text: str):
    button = interactions.Button(style=interactions.ButtonStyle.PRIMARY, label="Claim", custom_id="claim")
    which = interactions.RoleSelectMenu(custom_id="which", placeholder="Which?")
    await context.send(f"pong {text}", components=[[button], [which]])


@ping.autocomplete("text")
async def suggest(context: interactions.AutocompleteContext):
    await context.send(choices=[{"name": f"{context.input_text}!", "value": f"{context.input_text}!"}])


@interactions.component_callback("claim")
async def claim(context: interactions.ComponentContext):
    components = context.message.components
    components[0].components[0].disabled = True
    await context.edit_origin(content=f"claimed by {context.author.display_name}", components=components)


@interactions.component_callback("which")
async def which(context: interactions.ComponentContext):
    await context.send(f"chose {context.values[0].name}", ephemeral=True)


@interactions.slash_command(name="slow", description="Thinks first")
async def slow(context: interactions.SlashContext):
    await context.defer(ephemeral=True)
    await context.send("thought")


@interactions.slash_command(name="form", description="Opens a form")
async def form(context: interactions.SlashContext):
    name = interactions.ShortText(label="Name", custom_id="name", max_length=50)
    await context.send_modal(interactions.Modal(name, title="Task", custom_id="form"))


@interactions.modal_callback("form")
async def named(context: interactions.ModalContext, name: str):
    await context.send(f"named {name}")


@interactions.user_context_menu(name="Quiet")
async def quiet(context: interactions.ContextMenuContext):
    until = interactions.Timestamp.utcnow() + datetime.timedelta(seconds=60)
    await context.target.timeout(until, reason="too loud")
    await context.send(f"{context.target.display_name} is quiet", ephemeral=True)


@interactions.listen(interactions.events.MessageCreate)
async def heard(event: interactions.events.MessageCreate):
    message = event.message
    if message.content != "!file":
        return
    sent = await message.channel.send("here", file=interactions.File(io.BytesIO(b"bytes"), "note.txt"))
    await sent.edit(content=f"read {sent.attachments[0].size} bytes in {message.guild.name}")


bot.start()
