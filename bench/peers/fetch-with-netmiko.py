"""Fetches every running-config with netmiko; the request on standard input is that of bare-ssh2.ts."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

from netmiko import ConnectHandler

# More threads than this only make it slower.
MOST_THREADS = 100
# On a fast line it now and then takes what is left of the login for the answer to its Enter, and finds no prompt.
ATTEMPTS = 4


def fetch(device, request):
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return fetch_once(device, request)
        except ValueError:
            if attempt == ATTEMPTS:
                raise


def fetch_once(device, request):
    connection = ConnectHandler(
        device_type="cisco_ios",
        host="127.0.0.1",
        port=device["port"],
        username=request["username"],
        password=request["password"],
        secret=request["enable"],
        fast_cli=True,
    )
    connection.enable()
    config = connection.send_command("show running-config", expect_string=rf"\bend\s+{device['name']}#")
    connection.disconnect()
    return len(config)


def main():
    request = json.load(sys.stdin)
    with ThreadPoolExecutor(min(MOST_THREADS, request["concurrency"])) as pool:
        sizes = list(pool.map(lambda device: fetch(device, request), request["devices"]))
    print(json.dumps({"bytes": sum(sizes)}))


main()
