"""The measured bot on discord.py. usage: discordpy_bot.py messages|ignored|guilds|rest"""

import asyncio
import json
import os
import resource
import sys
import time

# Without it both ask for the zlib stream, which is what is compared.
sys.modules["zstandard"] = None

import discord
import discord.gateway
import yarl

discord.http.Route.BASE = os.environ["BENCH_API"] + "/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["BENCH_GATEWAY"])

task = sys.argv[1]
count = 0
started = 0.0


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def done(**figures):
    print(json.dumps(figures), flush=True)
    os._exit(0)


class Bot(discord.Client):
    async def setup_hook(self):
        if task == "rest":
            await measure_requests(self)


async def measure_requests(client):
    times = []
    for _ in range(600):
        before = time.perf_counter()
        await client.http.request(discord.http.Route("POST", "/channels/1/messages"), json={"content": "hello"})
        times.append(time.perf_counter() - before)
    times.sort()
    done(median=times[300], p99=times[594])


bot = Bot(intents=discord.Intents.all(), chunk_guilds_at_startup=False)


if task == "messages":
    @bot.event
    async def on_message(message):
        global count, started
        count += 1
        if count == 1:
            started = time.perf_counter()
        if message.content == "end":
            done(seconds=time.perf_counter() - started, events=count)

if task == "ignored":
    @bot.event
    async def on_socket_event_type(name):
        global started
        if name == "GUILD_CREATE":
            started = time.perf_counter()
        if name == "GUILD_ROLE_DELETE":
            done(seconds=time.perf_counter() - started, events=int(os.environ["BENCH_MESSAGES"]))

if task == "guilds":
    before = resident()

    @bot.event
    async def on_socket_event_type(name):
        global count, started
        if name == "READY":
            started = time.perf_counter()
        if name == "GUILD_CREATE":
            count += 1
            if count == int(os.environ["BENCH_GUILDS"]):
                seconds = time.perf_counter() - started
                await asyncio.sleep(0.5)
                members = sum(len(guild.members) for guild in bot.guilds)
                done(seconds=seconds, grown=resident() - before, resident=resident(), members=members)


bot.run(os.environ["BENCH_TOKEN"], log_handler=None)
