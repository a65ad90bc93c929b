"""The tree of accessible objects: looking, waiting, acting."""

import warnings

import gi

gi.require_version("Atspi", "2.0")
warnings.simplefilter("ignore", DeprecationWarning)

from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_SECONDS = 120
CALL_MILLIS = 20000
LOOK_AGAIN_MILLIS = 500
LONG_TABLE = 200  # children; of longer ones only the beginning is looked at
EVENTS = ("object:children-changed", "object:state-changed", "object:property-change", "object:text-changed",
          "window:activate")
PRESSING = ("Press", "Toggle")
RETURN, TAB = 0xFF0D, 0xFF09


class Missing(Exception):
    pass


class Bus:
    """Hears that something has changed, so that waiting is not polling."""

    def __init__(self):
        Atspi.init()
        Atspi.set_timeout(CALL_MILLIS, CALL_MILLIS)
        self.heard = ""  # the name of what had the focus last: lists that pop up are not in the tree
        self._listener = Atspi.EventListener.new(self._hear)
        for event in EVENTS:
            self._listener.register(event)

    def _hear(self, event):
        if event.type == "object:state-changed:focused" and event.detail1:
            try:
                self.heard = event.source.get_name() or ""
            except GLib.GError:
                self.heard = ""  # gone already

    @staticmethod
    def still(look):
        """What `look` gives, or None if something goes while it is looked at: windows change under the reader."""
        try:
            return look()
        except GLib.GError:
            return None

    def wait(self, what, look, seconds=PATIENCE_SECONDS):
        """What `look` gives, once that is something."""
        deadline = GLib.get_monotonic_time() + seconds * 1000000
        context = GLib.MainContext.default()
        while True:
            found = self.still(look)
            if found:
                return found
            if GLib.get_monotonic_time() > deadline:
                raise Missing(f"{what}: not within {seconds} seconds")
            alarm = GLib.timeout_source_new(LOOK_AGAIN_MILLIS)
            alarm.set_callback(lambda *_: GLib.SOURCE_CONTINUE)
            alarm.attach(context)
            context.iteration(True)
            while context.pending():
                context.iteration(False)
            alarm.destroy()

    def application(self, process):
        """The application with this process id."""
        def look():
            desktop = Atspi.get_desktop(0)
            for at in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(at)
                if child is not None and child.get_process_id() == process:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return child
            return None
        return self.wait("the program on the bus", look)


def has(node, *states):
    present = node.get_state_set()
    return all(present.contains(getattr(Atspi.StateType, state)) for state in states)


def children(node):
    count = node.get_child_count()
    for at in range(min(count, LONG_TABLE)):
        child = node.get_child_at_index(at)
        if child is not None:
            yield child


def shown(node):
    """The node and what is visible below it."""
    yield node
    for child in children(node):
        # Menus are only visible while they are open, dialogs are beside the window.
        if has(child, "SHOWING") or child.get_role_name() == "application":
            yield from shown(child)


def labels(node):
    """Names of the labels of a control."""
    return [relation.get_target(at).get_name().rstrip(":") for relation in node.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for at in range(relation.get_n_targets())]


def actions(node):
    interface = node.get_action_iface()
    if interface is None:
        return []
    return [interface.get_action_name(at) for at in range(interface.get_n_actions())]


def spoken(node):
    """What a reader says of a control before its value; of a list of choices the name is the value."""
    own = [] if node.get_role_name() == "combo box" else [node.get_name()]
    return " ".join(part for part in own + labels(node) if part)


def find(root, role, name=None, starts=None, label=None):
    """The first visible node like this, or None."""
    for node in shown(root):
        if node.get_role_name() != role:
            continue
        own = node.get_name() or ""
        if (name is None or own == name) and (starts is None or own.startswith(starts)) \
                and (label is None or label in labels(node)):
            return node
    return None


def first_named(node, role):
    """The first child in this role that has a name, or None."""
    return next((child for child in children(node) if child.get_role_name() == role and child.get_name()), None)


def focused(root):
    return next((node for node in shown(root)
                 if node.get_role_name() not in ("frame", "dialog", "window") and has(node, "FOCUSED")), None)


def act(node, *names):
    """Does the first of these actions that the control offers."""
    offered = actions(node)
    for name in names:
        if name in offered:
            node.get_action_iface().do_action(offered.index(name))
            return
    raise Missing(f"{node.get_role_name()} {node.get_name()!r} offers {offered}, not {names}")


def press(node):
    act(node, *PRESSING)


def strike(key):
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def write(text):
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


def text_of(node):
    interface = node.get_text_iface()
    return interface.get_text(0, interface.get_character_count()) if interface is not None else node.get_name()


def drawn(node, depth=0):
    """The tree as lines, for people."""
    yield (f"{'  ' * depth}{node.get_role_name()} {node.get_name()!r} "
           f"{node.get_description() or ''} {labels(node) or ''} {actions(node) or ''}").rstrip()
    for child in children(node):
        if has(child, "SHOWING"):
            yield from drawn(child, depth + 1)
