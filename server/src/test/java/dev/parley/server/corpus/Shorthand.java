package dev.parley.server.corpus;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Components of template messages, written so shortly that a table of them can be read.
/// `body<Ada;day=Friday>` has a value and a named one, `url#2<42>` is the button in place 2; a
/// value in braces is that parameter. `cards(card#0(…))` is a carousel, and `x*60` is a long word.
final class Shorthand {
  private static final Pattern LONG = Pattern.compile("(\\w)\\*(\\d+)");
  private static final Pattern PART =
      Pattern.compile("(header|body|footer|limited_time_offer|order_status)<([^>]*)>");
  private static final Pattern BUTTON = Pattern.compile("(\\w+)#(\\d+)<([^>]*)>");
  private static final Pattern CARD = Pattern.compile("card#(\\d+)\\(([^()]*)\\)");
  private static final Pattern CARDS = Pattern.compile("cards\\(([^()]*)\\)");

  private Shorthand() {}

  static String components(String shorthand) {
    String text =
        LONG.matcher(shorthand)
            .replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
    text =
        PART.matcher(text)
            .replaceAll(found ->
                quoted(
                    "{'type':'%s','parameters':[%s]}"
                        .formatted(found.group(1), values(found.group(2)))));
    text =
        BUTTON
            .matcher(text)
            .replaceAll(found ->
                quoted(
                    "{'type':'button','sub_type':'%s','index':%s,'parameters':[%s]}"
                        .formatted(found.group(1), found.group(2), values(found.group(3)))));
    text = CARD.matcher(text).replaceAll("{'card_index':$1,'components':[$2]}");
    text = CARDS.matcher(text).replaceAll("{'type':'carousel','cards':[$1]}");
    return text.replace('\'', '"');
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static String values(String values) {
    return values.isEmpty()
        ? ""
        : Arrays.stream(values.split(";", -1))
            .map(Shorthand::value)
            .collect(Collectors.joining(","));
  }

  private static String value(String value) {
    if (value.startsWith("{")) {
      return value;
    }
    int named = value.indexOf('=');
    return named < 0
        ? "{'type':'text','text':'%s'}".formatted(value)
        : "{'type':'text','parameter_name':'%s','text':'%s'}"
            .formatted(value.substring(0, named), value.substring(named + 1));
  }
}
