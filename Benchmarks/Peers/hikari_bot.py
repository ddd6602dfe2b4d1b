"""The measured bot on hikari. usage: hikari_bot.py messages|ignored|guilds|rest"""

import asyncio
import json
import os
import resource
import sys
import time

# Without it both ask for the zlib stream, which is what is compared.
sys.modules["zstandard"] = None

import hikari

task = sys.argv[1]
count = 0
started = 0.0


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def done(**figures):
    print(json.dumps(figures), flush=True)
    os._exit(0)


bot = hikari.GatewayBot(
    token=os.environ["BENCH_TOKEN"], rest_url=os.environ["BENCH_API"] + "/v10",
    intents=hikari.Intents.ALL, banner=None, logs=None, auto_chunk_members=False)

if task == "messages":
    @bot.listen(hikari.GuildMessageCreateEvent)
    async def message(event):
        global count, started
        count += 1
        if count == 1:
            started = time.perf_counter()
        if event.content == "end":
            done(seconds=time.perf_counter() - started, events=count)

if task == "ignored":
    @bot.listen(hikari.GuildAvailableEvent)
    async def available(event):
        global started
        started = time.perf_counter()

    @bot.listen(hikari.RoleDeleteEvent)
    async def end(event):
        done(seconds=time.perf_counter() - started, events=int(os.environ["BENCH_MESSAGES"]))

if task == "guilds":
    before = resident()

    @bot.listen(hikari.ShardReadyEvent)
    async def ready(event):
        global started
        started = time.perf_counter()

    @bot.listen(hikari.GuildAvailableEvent)
    async def guild(event):
        global count
        count += 1
        if count == int(os.environ["BENCH_GUILDS"]):
            seconds = time.perf_counter() - started
            await asyncio.sleep(0.5)
            view = bot.cache.get_members_view()
            members = sum(len(of_guild) for of_guild in view.values())
            done(seconds=seconds, grown=resident() - before, resident=resident(), members=members)

if task == "rest":
    @bot.listen(hikari.StartingEvent)
    async def starting(event):
        times = []
        for _ in range(600):
            before = time.perf_counter()
            await bot.rest.create_message(1, "hello")
            times.append(time.perf_counter() - before)
        times.sort()
        done(median=times[300], p99=times[594])

bot.run(check_for_updates=False)
