"""Fetches every running-config with RANCID's clogin; the request on standard input is that of bare-ssh2.ts.

Only this one command, as all others here are asked for: RANCID itself goes on to some seventy others per device.
"""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# Each is an expect and an ssh process: more at once only make it slower.
MOST_AT_ONCE = 50
CLOGIN = "/usr/lib/rancid/bin/clogin"


def write_private(path, lines):
    with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_settings(home, request):
    """clogin tells devices by name only, so that it is ssh's settings that lead each name to its port."""
    ssh_config = os.path.join(home, "ssh_config")
    write_private(
        ssh_config,
        [
            *(f"Host {device['name']}\n  Port {device['port']}" for device in request["devices"]),
            "Host *\n  HostName 127.0.0.1\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null",
            "  PubkeyAuthentication no\n  LogLevel ERROR",
        ],
    )
    write_private(
        os.path.join(home, ".cloginrc"),
        [
            f"add user * {{{request['username']}}}",
            f"add password * {{{request['password']}}} {{{request['enable']}}}",
            "add method * ssh",
            f"add sshcmd * {{{{ssh -F {ssh_config}}}}}",
        ],
    )


def fetch(name, home):
    command = [CLOGIN, "-t", "60", "-c", "show running-config", name]
    done = subprocess.run(command, env={**os.environ, "HOME": home}, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"clogin ended with {done.returncode}: {done.stdout[-200:]}")
    return len(done.stdout)


def main():
    request = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as home:
        write_settings(home, request)
        with ThreadPoolExecutor(min(MOST_AT_ONCE, request["concurrency"])) as pool:
            sizes = list(pool.map(lambda device: fetch(device["name"], home), request["devices"]))
    print(json.dumps({"bytes": sum(sizes)}))


main()
