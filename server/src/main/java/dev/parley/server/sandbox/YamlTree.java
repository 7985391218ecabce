package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML as the JSON that it stands for, numbers as they were written. JSON is YAML too.
final class YamlTree {
  /// Characters of a document.
  static final int CHARS_MAX = 4 * 1024 * 1024;

  static final int DEPTH_MAX = 32;

  /// Values of a document, those counted again that an alias repeats.
  static final int VALUES_MAX = 200_000;

  private final List<Problem> problems = new ArrayList<>();
  private int values;

  private YamlTree() {}

  static Reading<Json> read(String text) {
    if (text.length() > CHARS_MAX) {
      return wrong("has more than %d characters".formatted(CHARS_MAX));
    }
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(CHARS_MAX).setAllowDuplicateKeys(true).build();
    Optional<Node> root;
    try {
      // The composer calls itself for each level, the parser does not.
      if (depth(new Parse(settings).parseString(text)) > DEPTH_MAX) {
        return wrong("has more than %d levels".formatted(DEPTH_MAX));
      }
      root = new Compose(settings).composeString(text);
    } catch (YamlEngineException e) {
      return wrong("is no YAML: " + e.getMessage());
    }
    if (root.isEmpty()) {
      return wrong("is empty");
    }
    var tree = new YamlTree();
    Json json = tree.json(root.get(), Path.root(), 0);
    return tree.problems.isEmpty() ? new Reading.Ok<>(json) : new Reading.Wrong<>(tree.problems);
  }

  private static int depth(Iterable<Event> events) {
    int depth = 0;
    int deepest = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent) {
        depth++;
        deepest = Math.max(deepest, depth);
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (deepest > DEPTH_MAX) {
        break;
      }
    }
    return deepest;
  }

  private static Reading<Json> wrong(String problem) {
    return new Reading.Wrong<>(List.of(new Problem("", problem, Problem.INVALID, null, null)));
  }

  private Json json(Node node, Path at, int depth) {
    if (depth > DEPTH_MAX || ++values > VALUES_MAX) {
      if (problems.isEmpty()) {
        problem(
            at,
            depth > DEPTH_MAX
                ? "lies deeper than %d levels".formatted(DEPTH_MAX)
                : "is the %dth value, there may be no more".formatted(VALUES_MAX));
      }
      return JsonNull.NULL;
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, at, depth);
      case SequenceNode sequence -> {
        var items = new ArrayList<Json>();
        for (Node item : sequence.getValue()) {
          items.add(json(item, at.index(items.size()), depth + 1));
        }
        yield new JsonArray(items);
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> {
        problem(at, "is of a kind that a seed can't hold");
        yield JsonNull.NULL;
      }
    };
  }

  private Json object(MappingNode mapping, Path at, int depth) {
    var object = JsonObject.builder();
    var names = new HashSet<String>();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        problem(at, "has a member whose name is no text");
        continue;
      }
      Path place = at.field(key.getValue());
      if (!names.add(key.getValue())) {
        problem(place, "is there twice");
      }
      object.put(key.getValue(), json(member.getValueNode(), place, depth + 1));
    }
    return object.build();
  }

  private static Json scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JsonNull.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return JsonBool.of(text.equalsIgnoreCase("true"));
    }
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return number && JsonNumber.isNumber(text) ? new JsonNumber(text) : new JsonString(text);
  }

  private void problem(Path at, String problem) {
    problems.add(Problem.of(at, problem, Problem.INVALID));
  }
}
