package dev.parley.account;

import dev.parley.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What the owner of a number has set of it.
///
/// @param identityCheck users' identity keys are told, and checked where a message names one
/// @param cartEnabled users may fill a cart
/// @param catalogVisible the profile shows the shop
/// @param compliance `business_compliance_info` as it was filed; null where it wasn't
public record NumberSettings(
    Registration registration,
    BusinessProfile profile,
    NumberRules rules,
    boolean identityCheck,
    boolean cartEnabled,
    boolean catalogVisible,
    @Nullable JsonObject compliance) {

  public static final NumberSettings INITIAL =
      new NumberSettings(
          Registration.CONNECTED,
          BusinessProfile.EMPTY,
          NumberRules.USUAL,
          false,
          true,
          true,
          null);

  /// Whether `business_compliance_info` was filed.
  public boolean complianceFiled() {
    return compliance != null;
  }

  public NumberSettings with(Registration changed) {
    return new NumberSettings(
        changed, profile, rules, identityCheck, cartEnabled, catalogVisible, compliance);
  }

  public NumberSettings with(BusinessProfile changed) {
    return new NumberSettings(
        registration, changed, rules, identityCheck, cartEnabled, catalogVisible, compliance);
  }

  public NumberSettings with(NumberRules changed) {
    return new NumberSettings(
        registration, profile, changed, identityCheck, cartEnabled, catalogVisible, compliance);
  }

  public NumberSettings withIdentityCheck(boolean enabled) {
    return new NumberSettings(
        registration, profile, rules, enabled, cartEnabled, catalogVisible, compliance);
  }

  public NumberSettings withShop(boolean cart, boolean visible) {
    return new NumberSettings(
        registration, profile, rules, identityCheck, cart, visible, compliance);
  }

  public NumberSettings withCompliance(JsonObject filed) {
    return new NumberSettings(
        registration, profile, rules, identityCheck, cartEnabled, catalogVisible, filed);
  }
}
