package dev.parley.protocol.template;

import dev.parley.protocol.message.TemplateComponent;
import java.util.List;

/// Which part of a template a part of a message belongs to.
final class Counterpart {

  /// The place of a button that the template doesn't have.
  static final int NOWHERE = -1;

  private Counterpart() {}

  /// The card that a sent one is made from. Product cards are made like the first, and may be more
  /// than were created. Source: reference, template-kinds.md §4.
  static TemplatePart.Card definition(TemplatePart.Carousel carousel, int index) {
    var cards = carousel.cards();
    return index < cards.size() ? cards.get(index) : cards.getFirst();
  }

  /// Where a sent button stands: as it says, or where the one button of its kind is. Source:
  /// reference, call-buttons.md §1.2.
  static int place(TemplateComponent.Button button, List<DefinedButton> defined) {
    var index = button.index();
    if (index != null) {
      return index;
    }
    for (int i = 0; i < defined.size(); i++) {
      if (defined.get(i).type().equalsIgnoreCase(button.kind().wire())) {
        return i;
      }
    }
    return NOWHERE;
  }
}
