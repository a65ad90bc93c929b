#!/usr/bin/env python3
"""check_manuals.py FOLDER PROGRAM...: the manual pages in FOLDER name what the programs offer, and nothing else."""

import os
import re
import subprocess
import sys

OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}


def help_of(program, command):
    done = subprocess.run([program, *command, "--help"], capture_output=True, text=True, timeout=60, env=ENVIRONMENT)
    if done.returncode != 0:
        raise SystemExit(f"{program} {' '.join(command)} --help: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def block(text, title):
    """The lines below a title, as far as they are indented."""
    found = re.search(rf"^{title}:\n((?:[ \t].*\n?)+)", text, re.MULTILINE)
    return found[1].splitlines() if found else []


def options_in_help(text):
    """Names of options: they stand at the beginning of a line, before the first gap."""
    names = set()
    for line in block(text, "Options"):
        if re.match(r"  -", line):
            names.update(OPTION.findall(re.split(r"\s{2,}", line.strip())[0]))
    return names


def first_words(lines):
    return [line.split()[0] for line in lines if re.match(r"  \S", line)]


def offered(program, command=()):
    """What a program offers: command -> (options, number of arguments)."""
    text = help_of(program, command)
    subcommands = first_words(block(text, "Subcommands"))
    found = {}
    if not command or not subcommands:
        found[" ".join(command)] = (options_in_help(text) - ({"-h", "--help"} if command else set()),
                                    len(block(text, "Positionals")))
    for subcommand in subcommands:
        found.update(offered(program, (*command, subcommand)))
    return found


def plain(line):
    """Text of a line of a manual page."""
    line = re.sub(r"^\.(B|I|BR|BI|IR|RI|RB|TH|SH|SS|TP) ?", "", line)
    return line.replace("\\-", "-").replace('"', "").replace("\\fR", "")


def described(page):
    """What a manual page describes, in the same shape."""
    found = {"": (set(), 0)}
    command, section, tagged = "", "", False
    with open(page, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith(".SH "):
                command, section = "", line[4:]
            elif line.startswith(".SS ") and section == "COMMANDS":
                words = plain(line).split()
                names = [word for word in words if re.fullmatch(r"[a-z-]+", word)]
                command = " ".join(names)
                found[command] = (set(), len(words) - len(names))
            elif tagged and section in ("OPTIONS", "COMMANDS"):
                found[command][0].update(OPTION.findall(plain(line).replace(" , ", " ")))
            tagged = line == ".TP"
    return found


def compare(program, page):
    name = os.path.basename(program)
    have, told = offered(program), described(page)
    troubles = [f"{name} {command}: not in the manual page" for command in sorted(set(have) - set(told))]
    troubles += [f"{name} {command}: only in the manual page" for command in sorted(set(told) - set(have))]
    for command in sorted(set(have) & set(told)):
        for options, where in ((have[command][0] - told[command][0], "not in the manual page"),
                               (told[command][0] - have[command][0], "only in the manual page")):
            troubles += [f"{name} {command}: {option} is {where}" for option in sorted(options)]
        if have[command][1] != told[command][1]:
            troubles.append(f"{name} {command}: {have[command][1]} arguments, {told[command][1]} in the manual page")
    return troubles, sum(len(options) for options, _ in have.values())


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    troubles = []
    for program in arguments[1:]:
        found, options = compare(program, os.path.join(arguments[0], os.path.basename(program) + ".1"))
        if options < 5:
            found.append(f"{program}: only {options} options understood")
        troubles += found
        print(f"{os.path.basename(program)}: {options} options")
    print("\n".join(troubles))
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
