package dev.parley.server.sql;

import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.StreamInfo;
import dev.parley.media.MediaFile;

/// The numbers that stand for kinds and states in the database. They are stored: a number is never
/// changed and never used again.
final class Codes {
  private Codes() {}

  static int of(StreamInfo.Kind kind) {
    return switch (kind) {
      case NUMBER -> 1;
      case BUSINESS -> 2;
    };
  }

  static StreamInfo.Kind streamKind(int code) {
    return switch (code) {
      case 1 -> StreamInfo.Kind.NUMBER;
      case 2 -> StreamInfo.Kind.BUSINESS;
      default -> throw unknown("kind of stream", code);
    };
  }

  static int of(Direction direction) {
    return switch (direction) {
      case OUT -> 1;
      case IN -> 2;
    };
  }

  static Direction direction(int code) {
    return switch (code) {
      case 1 -> Direction.OUT;
      case 2 -> Direction.IN;
      default -> throw unknown("direction", code);
    };
  }

  static int of(StoredMessage.Kind kind) {
    return switch (kind) {
      case PLAIN -> 1;
      case REACTION -> 2;
      case TEMPLATE -> 3;
    };
  }

  static StoredMessage.Kind messageKind(int code) {
    return switch (code) {
      case 1 -> StoredMessage.Kind.PLAIN;
      case 2 -> StoredMessage.Kind.REACTION;
      case 3 -> StoredMessage.Kind.TEMPLATE;
      default -> throw unknown("kind of message", code);
    };
  }

  static int of(Progress progress) {
    return switch (progress) {
      case ACCEPTED -> 1;
      case SENT -> 2;
      case DELIVERED -> 3;
      case READ -> 4;
      case PLAYED -> 5;
      case FAILED -> 6;
    };
  }

  static Progress progress(int code) {
    return switch (code) {
      case 1 -> Progress.ACCEPTED;
      case 2 -> Progress.SENT;
      case 3 -> Progress.DELIVERED;
      case 4 -> Progress.READ;
      case 5 -> Progress.PLAYED;
      case 6 -> Progress.FAILED;
      default -> throw unknown("progress", code);
    };
  }

  static int of(MediaFile.Origin origin) {
    return switch (origin) {
      case UPLOADED -> 1;
      case RECEIVED -> 2;
      case LINKED -> 3;
      case PICTURE -> 4;
    };
  }

  static MediaFile.Origin mediaOrigin(int code) {
    return switch (code) {
      case 1 -> MediaFile.Origin.UPLOADED;
      case 2 -> MediaFile.Origin.RECEIVED;
      case 3 -> MediaFile.Origin.LINKED;
      case 4 -> MediaFile.Origin.PICTURE;
      default -> throw unknown("origin of a file", code);
    };
  }

  private static IllegalStateException unknown(String what, int code) {
    return new IllegalStateException(
        "the database holds a %s %d, which this version does not know".formatted(what, code));
  }
}
