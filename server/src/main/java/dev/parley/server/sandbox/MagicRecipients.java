package dev.parley.server.sandbox;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.WaId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Phone numbers on which messages fail on purpose, each always with the same code: `1555019131026`
/// with 131026. Those whose code is known from answers only are refused at once, and so is the rate
/// limit, since that is how bots meet it; the others are accepted and fail afterwards.
final class MagicRecipients {
  static final String PREFIX = "1555019";

  private static final Map<WaId, ErrorCode> ALL =
      Arrays.stream(ErrorCode.values())
          .filter(MagicRecipients::isMetWhenSending)
          .collect(Collectors.toUnmodifiableMap(MagicRecipients::number, Function.identity()));

  private MagicRecipients() {}

  /// Which failure this number stands for, if it is magic.
  static Optional<ErrorCode> of(WaId waId) {
    return Optional.ofNullable(ALL.get(waId));
  }

  static boolean isRefusedAtOnce(ErrorCode code) {
    return code.mode() == ErrorCode.Mode.SYNC || code == ErrorCode.RATE_LIMIT_HIT;
  }

  /// By code.
  static List<ErrorCode> codes() {
    return ALL.values().stream().sorted(Comparator.comparingInt(ErrorCode::number)).toList();
  }

  static WaId number(ErrorCode code) {
    return new WaId(PREFIX + code.number());
  }

  /// Not the codes of keys, registration, calling, and management.
  private static boolean isMetWhenSending(ErrorCode code) {
    int number = code.number();
    boolean ofMessages = number >= 130_000 && number < 133_000;
    boolean ofProducts = number >= 134_000 && number < 138_000;
    boolean ofAccount =
        code == ErrorCode.TOO_MANY_CALLS
            || code == ErrorCode.TEMPORARILY_BLOCKED
            || code == ErrorCode.MANAGEMENT_RATE_LIMIT;
    return code.mode() != ErrorCode.Mode.INBOUND && (ofMessages || ofProducts || ofAccount);
  }
}
