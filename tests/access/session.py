"""A display, buses and a window manager for one program, and their end."""

import contextlib
import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "openbox", "dbus-run-session")
SCREEN = "1600x1200x24"
STARTING_SECONDS = 120
ENDING_SECONDS = 30
INSIDE = "QIS_INSIDE_SESSION"


def missing():
    """What is not installed, by name."""
    absent = [program for program in PROGRAMS if shutil.which(program) is None]
    if not any(os.path.exists(path) for path in LAUNCHERS):
        absent.append("at-spi-bus-launcher")
    return absent


def end_with_parent():
    """Also when this script is killed, nothing it started stays behind."""
    set_death_signal = 1  # PR_SET_PDEATHSIG
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


@contextlib.contextmanager
def running(command, **options):
    """A process that ends with the block."""
    process = subprocess.Popen(command, preexec_fn=end_with_parent, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def display():
    """A screen nobody sees; its number is free because the server chose it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield ":" + number


def enter(arguments):
    """Runs this script again inside a session of its own; gives its exit status."""
    with tempfile.TemporaryDirectory(prefix="qis-access-") as folder, display() as screen:
        environment = {
            **os.environ,
            "HOME": folder,
            "XDG_DATA_HOME": os.path.join(folder, "data"),
            "XDG_CONFIG_HOME": os.path.join(folder, "config"),
            "XDG_CACHE_HOME": os.path.join(folder, "cache"),
            "XDG_RUNTIME_DIR": os.path.join(folder, "run"),
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
            INSIDE: "1",
        }
        for unwanted in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_SCALE_FACTOR"):
            environment.pop(unwanted, None)
        os.mkdir(environment["XDG_RUNTIME_DIR"], 0o700)
        command = ["dbus-run-session", "--", sys.executable, *arguments]
        with running(command, env=environment) as session:
            return session.wait()


def is_inside():
    return os.environ.get(INSIDE) == "1"


@contextlib.contextmanager
def window_manager():
    """Windows shown before it manages them might never become active, so it says when it does."""
    ready = os.path.join(os.environ["XDG_RUNTIME_DIR"], "managed")
    os.mkfifo(ready)
    command = ["openbox", "--sm-disable", "--startup", f"sh -c 'echo > {ready}'"]
    with running(command, stderr=subprocess.DEVNULL) as manager:
        pipe = os.open(ready, os.O_RDONLY | os.O_NONBLOCK)
        try:
            deadline = time.monotonic() + STARTING_SECONDS
            while not select.select([pipe], [], [], 1)[0]:
                if manager.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("the window manager did not start")
        finally:
            os.close(pipe)
        yield


@contextlib.contextmanager
def services():
    """The accessibility bus and a window manager, inside a session."""
    launcher = next(path for path in LAUNCHERS if os.path.exists(path))
    with running([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL), window_manager():
        yield
