"""A gateway that says the same to every library, as fast as its socket takes it.

What it says is made before anybody connects. The middle part of the token names the scenario.

usage: gateway.py MESSAGES GUILDS MEMBERS
Prints its address as one line of JSON.
"""

import asyncio
import json
import sys
import zlib

from aiohttp import WSMsgType, web

MESSAGES, GUILDS, MEMBERS = (int(argument) for argument in sys.argv[1:4])
BOT = {"id": "900000000000000001", "username": "bench", "discriminator": "0", "avatar": None, "bot": True,
       "global_name": None, "flags": 0, "public_flags": 0, "mfa_enabled": True, "verified": True, "email": None}
APPLICATION = {"id": BOT["id"], "name": "bench", "description": "", "icon": None, "bot_public": True,
               "bot_require_code_grant": False, "verify_key": "0" * 64, "team": None, "flags": 0, "rpc_origins": [],
               "owner": {"id": "900000000000000002", "username": "owner", "discriminator": "0", "avatar": None},
               "summary": "", "bot": BOT}


def payload(op, data, sequence=None, name=None):
    return json.dumps({"t": name, "s": sequence, "op": op, "d": data}, separators=(",", ":")).encode()


def user(number):
    return {"id": str(800000000000000000 + number), "username": f"member_{number}", "global_name": f"Member {number}",
            "discriminator": "0", "avatar": "%032x" % number, "bot": False, "public_flags": 64,
            "avatar_decoration_data": None, "collectibles": None, "primary_guild": None}


def member(number, roles):
    return {"user": user(number), "nick": None, "avatar": None, "banner": None, "roles": roles,
            "joined_at": "2024-03-01T12:00:00.000000+00:00", "premium_since": None, "deaf": False, "mute": False,
            "flags": 0, "pending": False, "communication_disabled_until": None, "unusual_dm_activity_until": None}


def guild(number):
    base = 100000000000000000 + number * 1000
    roles = [{"id": str(base + index if index else base), "name": f"role {index}", "description": None,
              "permissions": "1071698660929", "position": index, "color": 0,
              "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "hoist": False,
              "icon": None, "unicode_emoji": None, "managed": False, "mentionable": False, "flags": 0}
             for index in range(15)]
    channels = [{"id": str(base + 100 + index), "type": 0, "name": f"channel-{index}", "position": index, "flags": 0,
                 "parent_id": None, "topic": "what is talked about here", "nsfw": False, "rate_limit_per_user": 0,
                 "last_message_id": str(base + 500), "permission_overwrites": [
                     {"id": str(base), "type": 0, "allow": "0", "deny": "2048"}]} for index in range(20)]
    members = [member(number * MEMBERS + index, [roles[1]["id"], roles[2]["id"]]) for index in range(MEMBERS)]
    return {"id": str(base), "name": f"Guild {number}", "icon": None, "description": None, "splash": None,
            "discovery_splash": None, "features": ["COMMUNITY", "NEWS"], "banner": None,
            "owner_id": members[0]["user"]["id"], "application_id": None, "region": "deprecated",
            "afk_channel_id": None, "afk_timeout": 300, "system_channel_id": None, "system_channel_flags": 0,
            "widget_enabled": False, "widget_channel_id": None, "verification_level": 1, "roles": roles,
            "default_message_notifications": 1, "mfa_level": 0, "explicit_content_filter": 2, "max_presences": None,
            "max_members": 500000, "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
            "vanity_url_code": None, "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": "en-US",
            "rules_channel_id": None, "safety_alerts_channel_id": None, "public_updates_channel_id": None,
            "hub_type": None, "premium_progress_bar_enabled": False, "nsfw": False, "nsfw_level": 0, "emojis": [],
            "stickers": [], "incidents_data": None, "joined_at": "2024-03-01T12:00:00.000000+00:00", "large": False,
            "unavailable": False, "member_count": MEMBERS, "voice_states": [], "members": members,
            "channels": channels, "threads": [], "presences": [], "stage_instances": [],
            "guild_scheduled_events": [], "soundboard_sounds": []}


def message(number, last):
    sender = number % MEMBERS
    return {"id": str(700000000000000000 + number), "channel_id": "100000000000000100",
            "guild_id": "100000000000000000", "type": 0, "content": "end" if last else "a message of some words " * 4,
            "timestamp": "2026-11-21T12:00:00.000000+00:00", "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "pinned": False,
            "flags": 0, "components": [], "nonce": str(number), "author": user(sender),
            "member": {key: value for key, value in member(sender, ["100000000000000001"]).items() if key != "user"},
            "embeds": [{"type": "rich", "title": "A title", "description": "A description of what it is about",
                        "color": 5793266, "fields": [{"name": "field", "value": "value", "inline": True}]}]}


def events(scenario):
    count = GUILDS if scenario == "guilds" else 1
    stubs = [{"id": str(100000000000000000 + number * 1000), "unavailable": True} for number in range(count)]
    yield payload(0, {"v": 10, "user": BOT, "guilds": stubs, "session_id": "0" * 32, "session_type": "normal",
                      "resume_gateway_url": ADDRESS["gateway"], "shard": [0, 1], "private_channels": [],
                      "application": {"id": BOT["id"], "flags": 0}}, 1, "READY")
    sequence = 1
    for number in range(count):
        sequence += 1
        yield payload(0, guild(number), sequence, "GUILD_CREATE")
    if scenario == "guilds":
        return
    for number in range(MESSAGES):
        sequence += 1
        yield payload(0, message(number, number == MESSAGES - 1), sequence, "MESSAGE_CREATE")
    # What no library skips: whoever listens to messages no longer knows by this that all have passed.
    yield payload(0, {"guild_id": "100000000000000000", "role_id": "1"}, sequence + 1, "GUILD_ROLE_DELETE")


def frame(kind, body):
    size = len(body)
    if size < 126:
        return bytes([0x80 | kind, size]) + body
    if size < 65536:
        return bytes([0x80 | kind, 126]) + size.to_bytes(2, "big") + body
    return bytes([0x80 | kind, 127]) + size.to_bytes(8, "big") + body


ADDRESS = {}
STREAMS = {}


def stream(scenario, packed):
    """What is said before and after the Identify, as bytes of the socket."""
    if (scenario, packed) not in STREAMS:
        deflate = zlib.compressobj()

        def framed(body):
            if not packed:
                return frame(1, body)
            return frame(2, deflate.compress(body) + deflate.flush(zlib.Z_SYNC_FLUSH))

        hello = framed(payload(10, {"heartbeat_interval": 41250}))
        STREAMS[scenario, packed] = hello, b"".join(framed(body) for body in events(scenario))
    return STREAMS[scenario, packed]


async def gateway(request):
    socket = web.WebSocketResponse(max_msg_size=0)
    await socket.prepare(request)
    packed = request.query.get("compress") == "zlib-stream"
    # The Identify comes after the hello, so that what the hello says must not depend on the scenario.
    scenarios = {name: stream(name, packed) for name in SCENARIOS}
    transport = request.transport
    transport.write(next(iter(scenarios.values()))[0])
    async for received in socket:
        if received.type != WSMsgType.TEXT and received.type != WSMsgType.BINARY:
            continue
        data = json.loads(received.data)
        if data["op"] == 2:
            name = data["d"]["token"].split(".")[1]
            await say(transport, scenarios[name][1])
        # A heartbeat is answered only where the stream is plain; a run is shorter than two intervals.
        elif data["op"] == 1 and not packed:
            transport.write(frame(1, payload(11, None)))
    return socket


async def say(transport, data):
    for start in range(0, len(data), 1 << 20):
        while transport.get_write_buffer_size() > 4 << 20:
            await asyncio.sleep(0.0005)
        transport.write(data[start:start + (1 << 20)])


async def post(request):
    await request.read()
    return document(message(1, False), {
        "X-RateLimit-Limit": "100000", "X-RateLimit-Remaining": "99999", "X-RateLimit-Reset-After": "1",
        "X-RateLimit-Reset": "4102444800", "X-RateLimit-Bucket": "bench"})


async def bot_address(request):
    return document({"url": ADDRESS["gateway"], "shards": 1, "session_start_limit": {
        "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}})


def document(body, headers=()):
    # discord.py reads as JSON only what is called just so.
    return web.Response(body=json.dumps(body).encode(), headers={"Content-Type": "application/json", **dict(headers)})


def answer(body):
    async def handler(request):
        return document(body)

    return handler


async def main():
    app = web.Application(client_max_size=1 << 24)
    for prefix in ["/api", "/api/v10"]:
        app.router.add_get(prefix + "/gateway/bot", bot_address)
        app.router.add_get(prefix + "/gateway", bot_address)
        app.router.add_get(prefix + "/users/@me", answer(BOT))
        app.router.add_get(prefix + "/oauth2/applications/@me", answer(APPLICATION))
        app.router.add_get(prefix + "/applications/@me", answer(APPLICATION))
        app.router.add_post(prefix + "/channels/{channel}/messages", post)
    app.router.add_get("/gateway", gateway)
    app.router.add_get("/gateway/", gateway)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    ADDRESS.update(api=f"http://127.0.0.1:{port}/api", gateway=f"ws://127.0.0.1:{port}/gateway")
    for packed in [False, True]:
        for name in SCENARIOS:
            stream(name, packed)
    print(json.dumps(ADDRESS), flush=True)
    await asyncio.Event().wait()


SCENARIOS = ["messages", "guilds"]
asyncio.run(main())
