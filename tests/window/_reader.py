"""The program as a screen reader meets it: through AT-SPI, with the client library that Orca uses.

The library knows one bus for the life of a process; `_window.main` gives every check a process of its own.
"""

import os
import time

from _window import Failed, wait_for


class Reader:
    def __init__(self, desktop):
        os.environ.update(desktop.env)
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self.atspi, self.loop = Atspi, GLib.MainContext.default()
        Atspi.init()
        self.focused = []
        self.said = []
        # What `hears` heard last.
        self.heard = None
        self.listener = Atspi.EventListener.new(self._heard)
        for event in ["object:state-changed:focused", "object:announcement"]:
            self.listener.register(event)
        self.app = wait_for("the program on the accessibility bus", self._find)

    def _find(self):
        self.turn()
        desk = self.atspi.get_desktop(0)
        desk.clear_cache()
        for i in range(desk.get_child_count()):
            app = desk.get_child_at_index(i)
            if app and app.get_child_count():
                return app
        return None

    def _heard(self, event):
        try:
            if event.type.startswith("object:state-changed:focused"):
                if event.detail1:
                    self.focused.append(Node(event.source, self.atspi))
            else:
                self.said.append(str(event.any_data))
        except Exception:  # A node that has gone by the time it is asked says nothing.
            pass

    def turn(self):
        while self.loop.iteration(False):
            pass

    def next_focus(self, seconds=1.5):
        """The node that gets the focus next, as a reader would say it; None when none does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.turn()
            if self.focused:
                # Only the last one of a hurried few is where the focus is.
                time.sleep(0.03)
                self.turn()
                node, self.focused = self.focused[-1], []
                # Between two widgets the focus is for a moment on the window itself.
                if node.role != "frame":
                    return node
            time.sleep(0.01)
        return None

    def hears(self, fits, seconds=15.0):
        """Waits until what has the focus fits, and gives it; None when nothing that comes does."""
        end = time.monotonic() + seconds
        self.heard = None
        while time.monotonic() < end:
            node = self.next_focus(end - time.monotonic())
            self.heard = node or self.heard
            if node is not None and fits(node):
                return node
        return None

    def forget(self, quiet=0.15):
        """Lets what is on its way come, and forgets it."""
        end = time.monotonic() + quiet
        while time.monotonic() < end:
            self.turn()
            time.sleep(0.01)
        self.focused, self.said = [], []

    def dialog(self):
        """The node of the dialog in front, or None. Only what is near the root is asked: it lies there."""
        self.turn()
        self.app.clear_cache()
        level = [self.app]
        for _ in range(4):
            below = []
            for node in level:
                try:
                    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
                    below += [child for child in children if child]
                except Exception:  # Gone by now.
                    continue
            for child in reversed(below):
                try:
                    if child.get_role_name() in ("dialog", "alert"):
                        return child
                except Exception:
                    continue
            level = below[-12:]
        return None

    def nodes(self, top=None):
        """Every node of the window, or those below `top`, outermost first."""
        self.turn()
        found = []
        self.app.clear_cache()

        def walk(node, depth):
            found.append(Node(node, self.atspi, depth))
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child:
                    walk(child, depth + 1)

        for _ in range(5):
            try:
                walk(top or self.app, 0)
                return found
            except Exception:  # The window changed while it was read.
                found.clear()
                time.sleep(0.1)
                self.turn()
        raise Failed("the window does not hold still to be read")

    def find(self, role, name, seconds=15.0):
        """The node with this role and a name that begins so."""

        def there():
            return next((n for n in self.nodes() if n.role == role and n.name.startswith(name)), None)

        return wait_for(f"{role} «{name}»", there, seconds, 0.1)


# Items of one list are one stop for the Tab key.
ITEMS = ("table cell", "tree item", "list item", "menu item")


class Node:
    """What a reader knows of a node, kept: asking again would need the bus."""

    def __init__(self, accessible, atspi, depth=0):
        self.accessible, self.depth = accessible, depth
        self.name = accessible.get_name() or ""
        self.role = accessible.get_role_name() or ""
        self.stop = (self.role, self.name)
        if self.role in ITEMS:
            parent = accessible.get_parent()
            self.stop = (self.role, f"in {parent.get_role_name()} «{parent.get_name()}»" if parent else "")
        states = accessible.get_state_set()
        # A button that can do nothing now is passed over by Tab.
        can = states.contains(atspi.StateType.SENSITIVE)
        self.focusable = can and states.contains(atspi.StateType.FOCUSABLE)
        self.is_focused = states.contains(atspi.StateType.FOCUSED)
        self.selected = states.contains(atspi.StateType.SELECTED)

    def __repr__(self):
        return f"{self.role} «{self.name}»"
