package dev.parley.server.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;

/// The command line.
public final class Main {
  /// The command was used wrongly.
  static final int EXIT_USAGE = 2;

  /// It could not be done.
  static final int EXIT_FAILED = 1;

  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    configureLogging();
    boolean named = arguments.length > 0 && !arguments[0].startsWith("-");
    String command = named ? arguments[0] : "serve";
    List<String> rest = Arrays.asList(arguments).subList(named ? 1 : 0, arguments.length);
    if (rest.contains("--help") || rest.contains("-h")) {
      command = "help";
    }
    int exit =
        switch (command) {
          case "serve" -> new ServeCommand(out, err).run(rest, System.getenv());
          case "reset", "clock", "send", "tap", "render" ->
              new ClientCommands(out, err, System.getenv()).run(command, rest);
          case "validate" -> new ValidateCommand(System.in, out, err).run(rest);
          case "listen" -> new ListenCommand(out, err).run(rest);
          case "aot-train" -> AotTraining.run(err);
          case "help" -> {
            out.print(Help.text());
            yield 0;
          }
          case "version" -> {
            out.println(Help.version());
            yield 0;
          }
          default -> {
            err.println("There is no command " + command + "; ./parley help lists all.");
            yield EXIT_USAGE;
          }
        };
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static void configureLogging() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream properties = Main.class.getResourceAsStream("logging.properties")) {
      if (properties != null) {
        LogManager.getLogManager().readConfiguration(properties);
      }
    } catch (IOException notRead) {
      System.err.println("parley: its log settings can't be read: " + notRead);
    }
  }
}
