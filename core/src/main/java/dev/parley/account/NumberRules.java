package dev.parley.account;

import org.jspecify.annotations.Nullable;

/// Switches of one number: rules on which sources disagree, or that hold in some countries only.
///
/// @param strict bodies are read the stricter way where sources disagree
/// @param usMarketingStopped marketing templates to numbers of the United States are not delivered
///   (131049). Off by default, since the sandbox's own people have such numbers. Source: reference,
///   messages.md §18, country rules
/// @param complianceRequired an Indian number sells and takes payments only after its
///   `business_compliance_info` was filed. Source: reference, messages.md §12, §18
/// @param mediaThrottled 360dialog's limits on uploads and failed reads of files hold. Off by
///   default, as nothing is refused for its number here. Source: reference, platform.md §1
/// @param country ISO 3166 code of the country whose rules hold for the number; null for that of
///   its calling code
public record NumberRules(
    boolean strict,
    boolean usMarketingStopped,
    boolean complianceRequired,
    boolean mediaThrottled,
    @Nullable String country) {

  /// What the live API does, as far as known.
  public static final NumberRules USUAL = new NumberRules(false, false, true, false, null);
}
