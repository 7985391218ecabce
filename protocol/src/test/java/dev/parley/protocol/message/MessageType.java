package dev.parley.protocol.message;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What `docs/message-types.md` tells of one type, and what `MessageTypesTest` proves of it.
///
/// @param type the class of its messages
/// @param golden the file of a message that has all the fields
/// @param answer what a user of the sandbox can answer, or does with it
/// @param atOnce codes of the answer, besides those of the reader
/// @param later codes of a failed status
record MessageType(
    Class<? extends Message> type,
    String golden,
    String answer,
    List<Integer> atOnce,
    List<Integer> later,
    List<Field> fields) {

  /// Codes of the reader: a wrong JSON type, something missing, a broken rule.
  static final List<Integer> READER = List.of(100, 131008, 131009);

  /// Nobody there to deliver it to; no open window.
  static final List<Integer> ANY = List.of(131026, 131047);

  /// @param place in the message: `text.body`, `contacts[].name`
  /// @param required whether the message is refused without it
  /// @param limit what it may hold
  record Field(String place, boolean required, Limit limit) {

    /// The place of the first such.
    String first() {
      return place.replace("[]", "[0]");
    }
  }

  /// What a field may hold.
  sealed interface Limit {
    /// So many characters.
    record Chars(int max, String note) implements Limit {}

    /// A number.
    record Range(long min, long max) implements Limit {}

    /// So many items.
    record Items(int min, int max, String note) implements Limit {}

    /// A rule that words tell.
    record Rule(String words) implements Limit {}
  }

  static Field text(String place, int max) {
    return new Field(place, true, new Limit.Chars(max, ""));
  }

  static Field text(String place, int max, String note) {
    return new Field(place, true, new Limit.Chars(max, note));
  }

  static Field optionalText(String place, int max) {
    return new Field(place, false, new Limit.Chars(max, ""));
  }

  static Field optionalText(String place, int max, String note) {
    return new Field(place, false, new Limit.Chars(max, note));
  }

  static Field required(String place, String rule) {
    return new Field(place, true, new Limit.Rule(rule));
  }

  static Field optional(String place, String rule) {
    return new Field(place, false, new Limit.Rule(rule));
  }

  static Field number(String place, long min, long max) {
    return new Field(place, true, new Limit.Range(min, max));
  }

  static Field optionalNumber(String place, long min, long max) {
    return new Field(place, false, new Limit.Range(min, max));
  }

  static Field items(String place, int min, int max, String note) {
    return new Field(place, true, new Limit.Items(min, max, note));
  }

  static Field optionalItems(String place, int min, int max, String note) {
    return new Field(place, false, new Limit.Items(min, max, note));
  }

  static MessageType type(
      Class<? extends Message> type,
      String golden,
      String answer,
      List<Integer> atOnce,
      List<Integer> later,
      Field... fields) {
    return new MessageType(type, golden, answer, atOnce, later, List.of(fields));
  }

  /// The same with the header, body and footer of an interactive message before the rest.
  static MessageType interactive(
      Class<? extends Interactive> type,
      String golden,
      String answer,
      List<Integer> atOnce,
      List<Integer> later,
      List<Field> frame,
      Field... fields) {
    return new MessageType(
        type,
        golden,
        answer,
        atOnce,
        later,
        Stream.concat(frame.stream(), Stream.of(fields)).toList());
  }

  static List<Integer> with(List<Integer> codes, Integer... more) {
    return Stream.concat(codes.stream(), Arrays.stream(more)).sorted().toList();
  }
}
