package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.DefinedButton.PaymentRequest;
import dev.parley.protocol.template.DefinedButton.QuickReply;
import dev.parley.protocol.template.DefinedButton.Url;
import dev.parley.protocol.template.TemplatePart.Buttons;
import java.util.List;

/// How many buttons of a kind there may be, and in which order. Source: reference, platform.md §2;
/// templates-and-media.md §2.1; template-kinds.md §6.3.
final class ButtonRules {
  private ButtonRules() {}

  /// Notes what is wrong; says whether nothing is.
  static boolean hold(Fields component, List<DefinedButton> buttons) {
    for (var button : buttons) {
      long same = buttons.stream().filter(each -> each.type().equals(button.type())).count();
      int most = most(button);
      if (same > most) {
        note(
            component,
            "has %d buttons of the type %s, at most %d %s allowed"
                .formatted(same, button.type(), most, most == 1 ? "is" : "are"));
        return false;
      }
    }
    if (groups(buttons) > 2) {
      note(
          component,
          "mixes quick replies with others; all quick replies stand together, before or behind the"
              + " others");
      return false;
    }
    return true;
  }

  private static int most(DefinedButton button) {
    return switch (button) {
      case QuickReply reply -> Buttons.BUTTONS_MAX;
      case Url url -> Url.BUTTONS_MAX;
      case PaymentRequest request -> PaymentRequest.BUTTONS_MAX;
      case DefinedButton.PhoneNumber one -> 1;
      case DefinedButton.CopyCode one -> 1;
      case DefinedButton.Otp one -> 1;
      case DefinedButton.Catalog one -> 1;
      case DefinedButton.MultiProduct one -> 1;
      case DefinedButton.SingleProduct one -> 1;
      case DefinedButton.Flow one -> 1;
      case DefinedButton.VoiceCall one -> 1;
      case DefinedButton.RequestContactInfo one -> 1;
      case DefinedButton.OrderDetails one -> 1;
    };
  }

  /// How many runs there are, of quick replies and of others.
  private static int groups(List<DefinedButton> buttons) {
    int groups = 0;
    for (int i = 0; i < buttons.size(); i++) {
      if (i == 0
          || buttons.get(i) instanceof QuickReply != buttons.get(i - 1) instanceof QuickReply) {
        groups++;
      }
    }
    return groups;
  }

  private static void note(Fields component, String problem) {
    component.note("buttons", problem, Problem.INVALID);
  }
}
