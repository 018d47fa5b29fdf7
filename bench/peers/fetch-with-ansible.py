"""Fetches every running-config with Ansible's cisco.ios.ios_command; the request on standard input is that of bare-ssh2.ts."""

import json
import os
import subprocess
import sys
import tempfile

# Each fork is a process of Python: more at once only make it slower.
MOST_FORKS = 10

PLAYBOOK = [
    {
        "hosts": "all",
        "gather_facts": False,
        "tasks": [{"cisco.ios.ios_command": {"commands": ["show running-config"]}}],
    }
]

SETTINGS = {
    "ANSIBLE_HOST_KEY_CHECKING": "False",
    "ANSIBLE_NOCOLOR": "1",
    "ANSIBLE_STDOUT_CALLBACK": "ansible.posix.json",
}


def inventory(request):
    hosts = {device["name"]: {"ansible_port": device["port"]} for device in request["devices"]}
    login = {
        "ansible_host": "127.0.0.1",
        "ansible_connection": "ansible.netcommon.network_cli",
        "ansible_network_os": "cisco.ios.ios",
        "ansible_user": request["username"],
        "ansible_password": request["password"],
        "ansible_become": True,
        "ansible_become_method": "ansible.netcommon.enable",
        "ansible_become_password": request["enable"],
        "ansible_python_interpreter": sys.executable,
    }
    return {"all": {"hosts": hosts, "vars": login}}


def main():
    request = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        files = {"inventory.json": inventory(request), "playbook.json": PLAYBOOK}
        for name, content in files.items():
            with open(os.path.join(folder, name), "w") as file:
                json.dump(content, file)
        forks = str(min(MOST_FORKS, request["concurrency"]))
        done = subprocess.run(
            ["ansible-playbook", "-i", "inventory.json", "--forks", forks, "playbook.json"],
            cwd=folder,
            env={**os.environ, **SETTINGS, "HOME": folder},
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            sys.exit(f"ansible-playbook ended with {done.returncode}: {(done.stdout + done.stderr)[-200:]}")
    [play] = json.loads(done.stdout)["plays"]
    [task] = play["tasks"]
    print(json.dumps({"bytes": sum(len(shown["stdout"][0]) for shown in task["hosts"].values())}))


main()
