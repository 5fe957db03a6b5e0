"""A desktop portal that answers one question, for motion.py: what the desktop asks of its programs.

_portal.py [SPACE KEY TYPE VALUE]; without a key it knows none. Ends with its parent's signal.
"""

import sys

from gi.repository import Gio, GLib

INTERFACE = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="ReadOne">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
</interface></node>
"""
answers = {}
if len(sys.argv) > 4:
    space, key, kind, value = sys.argv[1:5]
    answers[space, key] = GLib.Variant(kind, int(value) if kind == "u" else value == "true")


def called(_bus, _sender, _path, _interface, _method, parameters, invocation):
    answer = answers.get(parameters.unpack())
    if answer is None:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
    else:
        invocation.return_value(GLib.Variant("(v)", (answer,)))


def have_bus(bus, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object("/org/freedesktop/portal/desktop", interface, called, None, None)


Gio.bus_own_name(
    Gio.BusType.SESSION,
    "org.freedesktop.portal.Desktop",
    Gio.BusNameOwnerFlags.NONE,
    have_bus,
    lambda *_: print("ready", flush=True),
    lambda *_: sys.exit("the name of the portal is taken"),
)
GLib.MainLoop().run()
