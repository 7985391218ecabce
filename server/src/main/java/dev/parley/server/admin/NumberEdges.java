package dev.parley.server.admin;

import dev.parley.Store;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What can be asked and set of a number: the same in both dialects, which differ in how they name
/// the number.
public final class NumberEdges {
  private final ProfileCalls profile;
  private final BlockCalls blocks;
  private final SettingsCalls settings;
  private final ComplianceCalls compliance;
  private final RegistrationCalls registration;
  private final Reads reads;

  /// @param pictures those of profiles
  /// @param publicUrl base of links to further pages; null for the host that the caller named
  /// @param traceIds a new `fbtrace_id` for each error
  public NumberEdges(
      Store store,
      Accounts accounts,
      InstantSource clock,
      ProfilePictures pictures,
      @Nullable URI publicUrl,
      Supplier<String> traceIds) {
    var answers = new Answers(traceIds);
    var pages = new Pages(publicUrl);
    this.profile = new ProfileCalls(accounts, pictures, answers);
    this.blocks = new BlockCalls(store, accounts, answers, pages, clock);
    this.settings = new SettingsCalls(accounts, answers);
    this.compliance = new ComplianceCalls(accounts, answers);
    this.registration = new RegistrationCalls(accounts, answers, clock);
    this.reads = new Reads(accounts, answers, pages);
  }

  /// One edge of a number, `/block_users`.
  record Edge(String method, String path, Call call) {}

  /// A call about a number that the caller may use.
  @FunctionalInterface
  interface Call {
    Response.Answer answer(Request request, PhoneNumber number);
  }

  /// Those of both dialects.
  List<Edge> shared() {
    return List.of(
        new Edge("GET", "/whatsapp_business_profile", profile::show),
        new Edge("POST", "/whatsapp_business_profile", profile::change),
        new Edge("GET", "/block_users", blocks::list),
        new Edge("POST", "/block_users", blocks::block),
        new Edge("DELETE", "/block_users", blocks::unblock),
        new Edge("GET", "/settings", settings::show),
        new Edge("POST", "/settings", settings::change),
        new Edge("GET", "/business_compliance_info", compliance::show),
        new Edge("POST", "/business_compliance_info", compliance::file),
        new Edge("GET", "/whatsapp_commerce_settings", settings::showShop),
        new Edge("POST", "/whatsapp_commerce_settings", settings::changeShop));
  }

  ProfileCalls profile() {
    return profile;
  }

  RegistrationCalls registration() {
    return registration;
  }

  Reads reads() {
    return reads;
  }
}
