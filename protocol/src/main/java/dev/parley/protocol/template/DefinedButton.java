package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A button of a template, as its creator defined it. Source: reference, templates-and-media.md
/// §2.1; template-kinds.md §2.1, §3, §5–7; call-buttons.md §1.1.
public sealed interface DefinedButton {
  int LABEL_MAX_CHARS = 25;

  /// The word on the wire, in capitals.
  String type();

  /// The label.
  String text();

  record QuickReply(String text) implements DefinedButton {
    @Override
    public String type() {
      return "QUICK_REPLY";
    }
  }

  /// Opens a page.
  ///
  /// @param url ends in the variable's token where there is one
  record Url(String text, String url, TemplateText.@Nullable Variable variable)
      implements DefinedButton {
    public static final int URL_MAX_CHARS = 2_000;
    public static final int BUTTONS_MAX = 2;

    @Override
    public String type() {
      return "URL";
    }
  }

  record PhoneNumber(String text, String phoneNumber) implements DefinedButton {
    public static final int NUMBER_MAX_CHARS = 20;

    @Override
    public String type() {
      return "PHONE_NUMBER";
    }
  }

  /// Copies a coupon code, which is given when sending. The client fixes the label.
  record CopyCode(String example) implements DefinedButton {
    public static final int CODE_MAX_CHARS = 20;

    /// Beside a limited-time offer.
    public static final int BESIDE_OFFER_MAX_CHARS = 15;

    public static final String LABEL = "Copy code";

    @Override
    public String type() {
      return "COPY_CODE";
    }

    @Override
    public String text() {
      return LABEL;
    }
  }

  /// Hands an authentication code over. It is sent to, and shown by the API, as a `URL` button.
  ///
  /// @param text of the button that copies
  /// @param autofillText of the button that hands over to an app
  /// @param apps which the code may be handed to; none for COPY_CODE
  record Otp(Handover handover, String text, String autofillText, List<App> apps)
      implements DefinedButton {
    public static final int APPS_MAX = 5;

    public Otp {
      apps = List.copyOf(apps);
    }

    @Override
    public String type() {
      return "OTP";
    }

    /// How a code gets to the app.
    public enum Handover {
      COPY_CODE,
      ONE_TAP,
      ZERO_TAP
    }

    /// An Android app.
    public record App(String packageName, String signatureHash) {
      public static final int PACKAGE_MAX_CHARS = 224;
    }
  }

  record Catalog() implements DefinedButton {
    public static final String LABEL = "View catalog";

    @Override
    public String type() {
      return "CATALOG";
    }

    @Override
    public String text() {
      return LABEL;
    }
  }

  record MultiProduct() implements DefinedButton {
    public static final String LABEL = "View items";

    @Override
    public String type() {
      return "MPM";
    }

    @Override
    public String text() {
      return LABEL;
    }
  }

  record SingleProduct() implements DefinedButton {
    public static final String LABEL = "View";

    @Override
    public String type() {
      return "SPM";
    }

    @Override
    public String text() {
      return LABEL;
    }
  }

  /// Opens a Flow.
  ///
  /// @param by `flow_id`, `flow_name` or `flow_json`
  /// @param flow what `by` says
  /// @param action `navigate` or `data_exchange`
  record Flow(String text, String by, String flow, String action, @Nullable String navigateScreen)
      implements DefinedButton {
    @Override
    public String type() {
      return "FLOW";
    }
  }

  /// Calls the business.
  ///
  /// @param ttlMinutes how long it can be tapped; null where it was not said
  record VoiceCall(String text, @Nullable Integer ttlMinutes) implements DefinedButton {
    public static final int LABEL_MAX_CHARS = 20;
    public static final String LABEL = "Call Now";
    public static final int TTL_MIN_MINUTES = 1_440;
    public static final int TTL_MAX_MINUTES = 43_200;

    @Override
    public String type() {
      return "VOICE_CALL";
    }
  }

  /// Asks for the user's number. Source: verified.md §6.
  record RequestContactInfo() implements DefinedButton {
    public static final String LABEL = "Share Contact Info";

    @Override
    public String type() {
      return "REQUEST_CONTACT_INFO";
    }

    @Override
    public String text() {
      return LABEL;
    }
  }

  /// Opens an order to pay.
  record OrderDetails(String text) implements DefinedButton {
    @Override
    public String type() {
      return "ORDER_DETAILS";
    }
  }

  /// Hands over a code or link to pay with, in Brazil.
  ///
  /// @param setting `payment_setting` with sample values
  record PaymentRequest(String text, JsonObject setting) implements DefinedButton {
    public static final int BUTTONS_MAX = 3;

    @Override
    public String type() {
      return "PAYMENT_REQUEST";
    }
  }
}
