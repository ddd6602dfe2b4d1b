"""A small bot on discord.py, as its documentation writes one; only the addresses are the local Discord's."""

import io
import os

import discord
import discord.gateway
import yarl
from discord import app_commands

discord.http.Route.BASE = os.environ["LOCAL_DISCORD_API"] + "/v10"
# discord.py 2.7 takes its first gateway address from a constant, not from the API.
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["LOCAL_DISCORD_GATEWAY"])


class Panel(discord.ui.View):
    def __init__(self):
        super().__init__(timeout=None)

    @discord.ui.button(label="Claim", style=discord.ButtonStyle.primary)
    async def claim(self, interaction: discord.Interaction, button: discord.ui.Button):
        button.disabled = True
        await interaction.response.edit_message(content=f"claimed by {interaction.user.display_name}", view=self)

    @discord.ui.select(cls=discord.ui.UserSelect, placeholder="Who?")
    async def who(self, interaction: discord.Interaction, select: discord.ui.UserSelect):
        await interaction.response.send_message(f"chose {select.values[0].display_name}", ephemeral=True)


class Form(discord.ui.Modal, title="Task"):
    name = discord.ui.Label(text="Name", component=discord.ui.TextInput(max_length=50))
    room = discord.ui.Label(
        text="Room",
        component=discord.ui.Select(options=[discord.SelectOption(label="Kitchen"), discord.SelectOption(label="Bath")]),
    )

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.send_message(f"{self.name.component.value} in {self.room.component.values[0]}")


class Layout(discord.ui.LayoutView):
    box = discord.ui.Container(
        discord.ui.TextDisplay("**Board**"),
        discord.ui.Separator(),
        discord.ui.Section("one task", accessory=discord.ui.Button(label="Open", custom_id="open")),
    )


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents.all())
        self.tree = app_commands.CommandTree(self)
        add_commands(self.tree)

    async def setup_hook(self):
        await self.tree.sync()

    async def on_message(self, message: discord.Message):
        if message.content.startswith("!echo "):
            await message.reply(message.content[6:])
        elif message.content == "!file":
            sent = await message.channel.send("here", file=discord.File(io.BytesIO(b"bytes"), "note.txt"))
            data = await sent.attachments[0].read()
            await sent.edit(content=f"read {data.decode()}")
            await sent.add_reaction("👍")
        elif message.content == "!board":
            await message.channel.send(view=Layout())
        elif message.content == "!refuse":
            try:
                await message.channel.send("x" * 2001)
            except discord.HTTPException as error:
                await message.channel.send(f"refused with {error.status} {error.code}")


def add_commands(tree: app_commands.CommandTree):
    @tree.command(description="Answers")
    @app_commands.describe(text="What to say")
    async def ping(interaction: discord.Interaction, text: str, who: discord.Member | None = None):
        callback = await interaction.response.send_message(f"pong {text}", view=Panel())
        assert isinstance(callback.resource, discord.InteractionMessage)
        await interaction.edit_original_response(content=f"pong {text} {who.display_name if who else ''}".strip())

    @ping.autocomplete("text")
    async def suggest(interaction: discord.Interaction, current: str):
        return [app_commands.Choice(name=f"{current}!", value=current)]

    @tree.command(description="Thinks first")
    async def slow(interaction: discord.Interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("thought")
        await interaction.followup.send("and more")

    @tree.command(description="Opens a form")
    async def form(interaction: discord.Interaction):
        await interaction.response.send_modal(Form())

    @tree.command(description="Says nothing")
    async def silent(interaction: discord.Interaction):
        pass

    @tree.context_menu(name="Quote")
    async def quote(interaction: discord.Interaction, message: discord.Message):
        await interaction.response.send_message(f"> {message.content}")


Bot().run(os.environ["LOCAL_DISCORD_TOKEN"])
