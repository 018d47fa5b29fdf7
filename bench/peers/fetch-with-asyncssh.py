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
        # Routers do not compress, and neither does any other client here.
        compression_algs=["none"],
    ) as connection:
        process = await connection.create_process(term_type="vt100", encoding=None)
        await read_until(process.stdout, f"{name}>")
        process.stdin.write(b"enable\n")
        await read_until(process.stdout, "assword: ")
        process.stdin.write(request["enable"].encode() + b"\n")
        await read_until(process.stdout, f"{name}#")
        process.stdin.write(b"terminal length 0\n")
        await read_until(process.stdout, f"{name}#")
        process.stdin.write(b"show running-config\n")
        return await read_until(process.stdout, f"{name}#")


async def read_until(stream, prompt):
    """Its own readuntil() searches everything from the start again and stops at the size of the window."""
    end = prompt.encode()
    received = bytearray()
    while not received.endswith(end):
        part = await stream.read(65536)
        if not part:
            raise EOFError(f"the session ended before {prompt}")
        received += part
    return bytes(received)


async def main():
    request = json.load(sys.stdin)
    room = asyncio.Semaphore(request["concurrency"])

    async def in_turn(device):
        async with room:
            return len(await fetch(device, request))

    sizes = await asyncio.gather(*map(in_turn, request["devices"]))
    print(json.dumps({"bytes": sum(sizes)}))


asyncio.run(main())
