package dev.parley.protocol.template;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A day of the calendar in one of the many notations that people have: figures in any usual order,
/// or a month by its name in the languages of {@link #TONGUES}. Source: reference,
/// templates-and-media.md §4, whose samples are `2021-04-19`, `13/03/2021`, `5th January 1982`,
/// `08.22.1991`, `05 12 2022`.
final class CalendarDate {
  /// Languages whose names of months are understood; others can write figures.
  private static final List<String> TONGUES =
      List.of("en", "es", "de", "fr", "it", "nl", "pt", "id", "pl", "ru", "sv", "tr", "uk");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,./-]+");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|º|er)");
  private static final Pattern DAY_OR_YEAR = Pattern.compile("\\d{1,4}");
  private static final int MONTHS = 12;

  /// Words between day, month and year: `5 de enero de 2021`.
  private static final Set<String> FILLERS = Set.of("de", "del", "of", "the", "den");

  private static final Map<String, Integer> MONTH_NAMES = new HashMap<>();
  private static final Set<String> DAY_NAMES = new HashSet<>();

  static {
    for (var tongue : TONGUES) {
      var locale = Locale.forLanguageTag(tongue);
      for (var style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
        for (var month : Month.values()) {
          MONTH_NAMES.put(plain(month.getDisplayName(style, locale)), month.getValue());
        }
        for (var day : DayOfWeek.values()) {
          DAY_NAMES.add(plain(day.getDisplayName(style, locale)));
        }
      }
    }
  }

  private CalendarDate() {}

  static boolean isOne(String text) {
    var parts = new ArrayList<>(Arrays.asList(BETWEEN.split(plain(text))));
    parts.removeIf(part -> part.isEmpty() || FILLERS.contains(part) || DAY_NAMES.contains(part));
    parts.replaceAll(part -> ORDINAL.matcher(part).replaceFirst("$1"));
    return parts.stream().anyMatch(MONTH_NAMES::containsKey) ? isNamed(parts) : isFigures(parts);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
  }

  /// A month by name; the year may be left out.
  private static boolean isNamed(List<String> parts) {
    var months = parts.stream().filter(MONTH_NAMES::containsKey).map(MONTH_NAMES::get).toList();
    var figures = parts.stream().filter(part -> DAY_OR_YEAR.matcher(part).matches()).toList();
    if (months.size() != 1 || figures.isEmpty() || parts.size() != figures.size() + 1) {
      return false;
    }
    int month = months.getFirst();
    return switch (figures.size()) {
      case 1 -> isDay("2000", month, figures.getFirst());
      case 2 ->
          isDay(figures.get(1), month, figures.get(0))
              || isDay(figures.get(0), month, figures.get(1));
      default -> false;
    };
  }

  /// Day, month and year, or month, day and year, or the year first.
  private static boolean isFigures(List<String> parts) {
    if (parts.size() != 3
        || !parts.stream().allMatch(part -> DAY_OR_YEAR.matcher(part).matches())) {
      return false;
    }
    var first = parts.get(0);
    var second = parts.get(1);
    var third = parts.get(2);
    return isDay(first, second, third)
        || isDay(third, second, first)
        || isDay(third, first, second);
  }

  private static boolean isDay(String year, String month, String day) {
    return month.length() <= 2
        && Integer.parseInt(month) <= MONTHS
        && isDay(year, Integer.parseInt(month), day);
  }

  /// A year has four figures, or two.
  private static boolean isDay(String year, int month, String day) {
    if ((year.length() != 4 && year.length() != 2) || day.length() > 2) {
      return false;
    }
    int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
    try {
      return LocalDate.of(full, month, Integer.parseInt(day)).getYear() == full;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
