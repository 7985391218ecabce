package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.TemplateButton;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateParameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whether the values of buttons fit, of a message or a card. Source: reference, template-kinds.md.
final class ButtonCheck {
  /// How the variable of a link is called that has no name.
  private static final String ONLY_POSITION = "1";

  /// Parameters of a button: a payload, a code, an action or the end of a link.
  private static final int VALUES_MAX = 1;

  /// A call button takes its minutes and a payload. Source: reference, call-buttons.md §1.2.
  private static final int CALL_VALUES_MAX = 2;

  private final TemplateDefinition definition;
  private final List<Problem> problems;

  ButtonCheck(TemplateDefinition definition, List<Problem> problems) {
    this.definition = definition;
    this.problems = problems;
  }

  /// @param at where the components stand
  void check(Path at, List<DefinedButton> defined, List<TemplateComponent> sent) {
    var given = new TreeSet<Integer>();
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i) instanceof TemplateComponent.Button button) {
        int place = Counterpart.place(button, defined);
        given.add(place);
        button(at.index(i), defined, place, button);
      }
    }
    for (int i = 0; i < defined.size(); i++) {
      if (!given.contains(i)) {
        values(at, defined.get(i), i, List.of());
      }
    }
  }

  private void button(
      Path at, List<DefinedButton> defined, int place, TemplateComponent.Button button) {
    if (place < 0 || place >= defined.size()) {
      problems.add(
          Misfit.parameters(
              at.field("index"),
              defined.isEmpty()
                  ? "names a button, the template has none"
                  : "is %s, the template has %d buttons, counted from 0"
                      .formatted(button.index(), defined.size())));
      return;
    }
    var meant = defined.get(place);
    if (meant instanceof DefinedButton.Url(var text, var url, var variable)
        && variable == null
        && !button.parameters().isEmpty()) {
      problems.add(Misfit.fixedLink(at.field("parameters"), place));
    } else if (!kindsOf(meant).contains(button.kind())) {
      problems.add(
          Misfit.parameters(
              at.field("sub_type"),
              "is %s, button %d of the template is %s"
                  .formatted(button.kind().wire(), place, meant.type())));
    } else {
      values(at.field("parameters"), meant, place, button.parameters());
    }
  }

  /// What a button is sent as. Source: template-kinds.md §2.2: a code is sent to a link.
  private static Set<TemplateButton> kindsOf(DefinedButton button) {
    return switch (button) {
      case DefinedButton.QuickReply none -> Set.of(TemplateButton.QUICK_REPLY);
      case DefinedButton.Url none -> Set.of(TemplateButton.URL);
      case DefinedButton.PhoneNumber none -> Set.of(TemplateButton.PHONE_NUMBER);
      case DefinedButton.CopyCode none -> Set.of(TemplateButton.COPY_CODE);
      case DefinedButton.Otp none -> Set.of(TemplateButton.URL, TemplateButton.OTP);
      case DefinedButton.Catalog none -> Set.of(TemplateButton.CATALOG);
      case DefinedButton.MultiProduct none -> Set.of(TemplateButton.MPM);
      case DefinedButton.SingleProduct none -> Set.of(TemplateButton.SPM);
      case DefinedButton.Flow none -> Set.of(TemplateButton.FLOW);
      case DefinedButton.VoiceCall none -> Set.of(TemplateButton.VOICE_CALL);
      case DefinedButton.RequestContactInfo none -> Set.of(TemplateButton.REQUEST_CONTACT_INFO);
      case DefinedButton.OrderDetails none -> Set.of(TemplateButton.ORDER_DETAILS);
      case DefinedButton.PaymentRequest none -> Set.of(TemplateButton.PAYMENT_REQUEST);
    };
  }

  /// Whether a button has what it needs; what it takes was checked when it was read.
  private void values(Path at, DefinedButton button, int place, List<TemplateParameter> values) {
    int most = button instanceof DefinedButton.VoiceCall ? CALL_VALUES_MAX : VALUES_MAX;
    if (values.size() > most) {
      problems.add(Misfit.count(at, "button", values.size(), most));
    }
    switch (button) {
      case DefinedButton.Url(var text, var url, var variable) -> {
        if (variable != null) {
          link(at, place, variable, values);
        }
      }
      case DefinedButton.Otp none -> code(at, place, values);
      case DefinedButton.CopyCode none -> coupon(at, place, values);
      case DefinedButton.MultiProduct none -> {
        if (!(action(values).get("sections") instanceof JsonArray)) {
          problems.add(Misfit.missing(at, "action with sections for button " + place));
        }
      }
      case DefinedButton.OrderDetails none -> needs(at, values, "order_details", place);
      case DefinedButton.PaymentRequest none -> needs(at, values, "payment_request", place);
      case DefinedButton.QuickReply none -> {}
      case DefinedButton.PhoneNumber none -> {}
      case DefinedButton.Catalog none -> {}
      case DefinedButton.SingleProduct none -> {}
      case DefinedButton.Flow none -> {}
      case DefinedButton.VoiceCall none -> {}
      case DefinedButton.RequestContactInfo none -> {}
    }
  }

  /// The code once more. Source: template-kinds.md §2.2.
  private void code(Path at, int place, List<TemplateParameter> values) {
    var code = values.isEmpty() ? null : Filling.words(values.getFirst());
    var problem =
        code == null
            ? Misfit.linkWithoutEnd(at, place)
            : CodeCheck.problemOf(at.index(0).field("text"), code);
    if (problem != null) {
      problems.add(problem);
    }
  }

  /// That of an offer is shorter, which shows only here where the message leaves out when it ends.
  /// Source: template-kinds.md §3.
  private void coupon(Path at, int place, List<TemplateParameter> values) {
    var code = values.isEmpty() ? null : Filling.words(values.getFirst());
    if (code == null) {
      problems.add(Misfit.missing(at, "coupon_code for button " + place));
    } else if (definition.offer() != null
        && Fields.codePoints(code) > TemplateParameter.CouponCode.OFFER_CODE_MAX_CHARS) {
      problems.add(
          Misfit.parameters(
              at.index(0).field("coupon_code"),
              "has %d characters, at most %d are allowed in an offer"
                  .formatted(
                      Fields.codePoints(code), TemplateParameter.CouponCode.OFFER_CODE_MAX_CHARS)));
    }
  }

  /// The value of a link; it may name its variable. Source: templates-and-media.md §2.1.
  private void link(
      Path at, int place, TemplateText.Variable variable, List<TemplateParameter> values) {
    if (values.isEmpty()) {
      problems.add(Misfit.linkWithoutEnd(at, place));
      return;
    }
    var name = Filling.nameOf(values.getFirst());
    boolean named =
        definition.parameterFormat() == ParameterFormat.NAMED
            && !variable.name().equals(ONLY_POSITION);
    if (!named) {
      return;
    }
    if (name == null) {
      problems.add(Misfit.nameless(at.index(0)));
    } else if (!name.equals(variable.name())) {
      problems.add(
          Misfit.parameters(
              at.index(0).field("parameter_name"),
              "is %s, the link's variable is %s"
                  .formatted(Fields.quoted(name), Fields.quoted(variable.name()))));
    }
  }

  private void needs(Path at, List<TemplateParameter> values, String member, int place) {
    if (!(action(values).get(member) instanceof JsonObject)) {
      problems.add(Misfit.missing(at, "action with %s for button %d".formatted(member, place)));
    }
  }

  private static JsonObject action(List<TemplateParameter> values) {
    return values.stream()
        .flatMap(each ->
            each instanceof TemplateParameter.Action(var action)
                ? Stream.of(action)
                : Stream.empty())
        .findFirst()
        .orElse(JsonObject.empty());
  }
}
