package dev.parley.server.boot;

/// What `./parley help` prints.
final class Help {
  private Help() {}

  static String version() {
    return "Parley 0.1.0";
  }

  static String text() {
    var text = new StringBuilder();
    text.append(version()).append(": a WhatsApp network for bots, on your machine\n\n");
    text.append("  ./parley [serve] [options]   start; the console is at http://127.0.0.1:8360\n");
    text.append("  ./parley send TO TEXT        send a text as the first number\n");
    text.append(
        "  ./parley tap FROM ID         tap row or button ID of the newest message that has it\n");
    text.append("  ./parley render FILE         show a template message without sending it\n");
    text.append(
        "  ./parley validate FILE|-     check bodies of POST /messages (--strict, --json)\n");
    text.append(
        "  ./parley listen [PORT]       print the webhooks that arrive (3000), answer 200\n");
    text.append("  ./parley clock [PT24H]       show the sandbox's clock, or move it forward\n");
    text.append("  ./parley reset               back to the first world\n");
    text.append("  ./parley version, help\n\n");
    text.append("Options of serve; each also as a variable, --webhook as PARLEY_WEBHOOK:\n");
    for (ServeOptions.Option option : ServeOptions.ALL) {
      text.append(
          "  %-29s %s%n".formatted("--" + option.name() + " " + option.value(), option.does()));
    }
    text.append(
        "\nThe other commands talk to http://127.0.0.1:8360, or to PARLEY_URL,\nwith PARLEY_ADMIN_KEY where the server has one.\n");
    return text.toString();
  }
}
