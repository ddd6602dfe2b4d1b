"""A small bot on hikari, as its documentation writes one; only the address is the local Discord's."""

import os

import hikari

bot = hikari.GatewayBot(
    token=os.environ["LOCAL_DISCORD_TOKEN"],
    rest_url=os.environ["LOCAL_DISCORD_API"] + "/v10",
    intents=hikari.Intents.ALL,
    banner=None,
)


@bot.listen()
async def started(event: hikari.StartedEvent) -> None:
    application = await bot.rest.fetch_application()
    text = hikari.CommandOption(type=hikari.OptionType.STRING, name="text", description="What to say", is_required=True)
    await bot.rest.set_application_commands(
        application.id,
        [
            bot.rest.slash_command_builder("ping", "Answers").add_option(text),
            bot.rest.slash_command_builder("slow", "Thinks first"),
            bot.rest.context_menu_command_builder(hikari.CommandType.MESSAGE, "Quote"),
        ],
    )


@bot.listen()
async def message(event: hikari.GuildMessageCreateEvent) -> None:
    if event.is_bot or not (event.content or "").startswith("!echo "):
        return
    row = bot.rest.build_message_action_row()
    row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "claim", label="Claim")
    sent = await event.message.respond(event.content[6:], component=row, attachment=hikari.Bytes(b"x", "x.txt"), reply=True)
    await sent.add_reaction("👍")


@bot.listen()
async def interaction(event: hikari.InteractionCreateEvent) -> None:
    item = event.interaction
    if isinstance(item, hikari.ComponentInteraction):
        await item.create_initial_response(hikari.ResponseType.MESSAGE_UPDATE, "claimed", components=[])
    elif isinstance(item, hikari.CommandInteraction) and item.command_name == "ping":
        await item.create_initial_response(hikari.ResponseType.MESSAGE_CREATE, "pong")
        await item.edit_initial_response(f"pong {item.options[0].value}")
    elif isinstance(item, hikari.CommandInteraction) and item.command_name == "slow":
        await item.create_initial_response(
            hikari.ResponseType.DEFERRED_MESSAGE_CREATE, flags=hikari.MessageFlag.EPHEMERAL
        )
        await item.edit_initial_response("thought")
    elif isinstance(item, hikari.CommandInteraction):
        quoted = next(iter(item.resolved.messages.values()))
        await item.create_initial_response(hikari.ResponseType.MESSAGE_CREATE, f"> {quoted.content}")


bot.run(check_for_updates=False)
