package dev.parley.protocol.api;

import java.util.regex.Pattern;

/// A business-scoped user id (BSUID): the same person has another one towards each portfolio.
/// `US.13491208655302741918`; with `ENT`, an id of the parent account. Source: `observed.md` §7.
public record UserId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}");

  public UserId {
    if (!isUserId(value)) {
      throw new IllegalArgumentException("not a business-scoped user id: " + value);
    }
  }

  public static boolean isUserId(String value) {
    return SHAPE.matcher(value).matches();
  }

  /// Whether it names the user towards a parent account, over several portfolios.
  public boolean isParent() {
    return value.startsWith("ENT.", 3);
  }

  @Override
  public String toString() {
    return value;
  }
}
