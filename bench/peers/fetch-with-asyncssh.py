"""Fetches every running-config with asyncssh; the request on standard input is that of bare-ssh2.ts."""

import asyncio
import json
import sys

import asyncssh


async def fetch(device, request):
    name = device["name"]
    async with asyncssh.connect(
        "127.0.0.1",
        port=device["port"],
        username=request["username"],
        password=request["password"],
        known_hosts=None,
        client_keys=None,
        config=None,
    ) as connection:
        process = await connection.create_process(term_type="vt100")
        await process.stdout.readuntil(f"{name}>")
        process.stdin.write("enable\n")
        await process.stdout.readuntil("assword: ")
        process.stdin.write(request["enable"] + "\n")
        await process.stdout.readuntil(f"{name}#")
        process.stdin.write("terminal length 0\n")
        await process.stdout.readuntil(f"{name}#")
        process.stdin.write("show running-config\n")
        return await process.stdout.readuntil(f"\n{name}#")


async def main():
    request = json.load(sys.stdin)
    room = asyncio.Semaphore(request["concurrency"])

    async def in_turn(device):
        async with room:
            return len(await fetch(device, request))

    sizes = await asyncio.gather(*map(in_turn, request["devices"]))
    print(json.dumps({"bytes": sum(sizes)}))


asyncio.run(main())
