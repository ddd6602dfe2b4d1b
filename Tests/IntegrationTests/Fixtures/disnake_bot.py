"""A small bot on disnake, as its documentation writes one; only the address is the local Discord's."""

import io
import os

import disnake
import disnake.http
from disnake.ext import commands

disnake.http.Route.BASE = os.environ["LOCAL_DISCORD_API"] + "/v10"

bot = commands.InteractionBot(intents=disnake.Intents.all())


class Panel(disnake.ui.View):
    def __init__(self):
        super().__init__(timeout=None)

    @disnake.ui.button(label="Claim", style=disnake.ButtonStyle.primary)
    async def claim(self, button: disnake.ui.Button, interaction: disnake.MessageInteraction):
        button.disabled = True
        await interaction.response.edit_message(content=f"claimed by {interaction.author.display_name}", view=self)

    @disnake.ui.role_select(placeholder="Which?")
    async def which(self, select: disnake.ui.RoleSelect, interaction: disnake.MessageInteraction):
        await interaction.response.send_message(f"chose {select.values[0].name}", ephemeral=True)


class Form(disnake.ui.Modal):
    def __init__(self):
        field = disnake.ui.TextInput(label="Name", custom_id="name", max_length=50)
        super().__init__(title="Task", custom_id="form", components=[field])

    async def callback(self, interaction: disnake.ModalInteraction):
        await interaction.response.send_message(f"named {interaction.text_values['name']}")


@bot.slash_command(description="Answers")
async def ping(
    interaction: disnake.ApplicationCommandInteraction,
    text: str,
    times: commands.Range[int, 1, 5] = 1,
    size: str = commands.Param(default="small", choices=["small", "large"]),
):
    await interaction.response.send_message(f"pong {text}", view=Panel())


@ping.autocomplete("text")
async def suggest(interaction: disnake.ApplicationCommandInteraction, current: str):
    return [f"{current}!"]


@bot.slash_command(description="Thinks first")
async def slow(interaction: disnake.ApplicationCommandInteraction):
    await interaction.response.defer(ephemeral=True)
    await interaction.edit_original_response("thought")


@bot.slash_command(description="Opens a form")
async def form(interaction: disnake.ApplicationCommandInteraction):
    await interaction.response.send_modal(Form())


@bot.user_command(name="Quiet")
async def quiet(interaction: disnake.UserCommandInteraction, member: disnake.Member):
    await member.timeout(duration=60, reason="too loud")
    await interaction.response.send_message(f"{member.display_name} is quiet", ephemeral=True)


@bot.event
async def on_message(message: disnake.Message):
    if message.content != "!file":
        return
    sent = await message.channel.send("here", file=disnake.File(io.BytesIO(b"bytes"), "note.txt"))
    await sent.edit(f"read {(await sent.attachments[0].read()).decode()} in {message.guild.name}")


bot.run(os.environ["LOCAL_DISCORD_TOKEN"])
