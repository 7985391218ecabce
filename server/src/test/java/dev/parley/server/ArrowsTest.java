package dev.parley.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The house, as `docs/architecture.md` draws it: who may know whom.
class ArrowsTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.parley");

  /// Rooms of the server, and their neighbours whom they may know. `boot` knows all.
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.of(
          "http", Set.of(),
          "sql", Set.of(),
          "delivery", Set.of(),
          "dialect", Set.of("http"),
          "admin", Set.of("http"),
          "sandbox", Set.of("http"),
          "reference", Set.of("http"),
          "console", Set.of("http"),
          "media", Set.of("http"));

  @Test
  void rooms_of_the_server_know_only_their_neighbours() {
    MAY_KNOW.forEach((room, neighbours) -> {
      Set<String> strangers =
          MAY_KNOW.keySet().stream()
              .filter(other -> !other.equals(room) && !neighbours.contains(other))
              .collect(Collectors.toSet());
      strangers.add("boot");
      strangers.forEach(stranger ->
          noClasses()
              .that()
              .resideInAPackage("dev.parley.server." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("dev.parley.server." + stranger + "..")
              .because(room + " must not know " + stranger)
              .allowEmptyShould(true)
              .check(PRODUCT));
    });
  }

  @Test
  void every_room_is_on_the_map() {
    Set<String> rooms =
        PRODUCT.getPackage("dev.parley.server").getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .collect(Collectors.toSet());
    rooms.remove("boot");
    assertThat(MAY_KNOW.keySet()).containsAll(rooms);
  }

  @Test
  void the_core_knows_neither_http_nor_sql_nor_json_libraries() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.parley",
            "dev.parley.account..",
            "dev.parley.chat..",
            "dev.parley.journal..",
            "dev.parley.carrier..",
            "dev.parley.media..",
            "dev.parley.template..",
            "dev.parley.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley.server..",
            "java.sql..",
            "org.eclipse.jetty..",
            "org.apache.hc..",
            "java.net.http..")
        .check(PRODUCT);
  }

  @Test
  void the_protocol_knows_nobody_of_ours() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.parley",
            "dev.parley.account..",
            "dev.parley.chat..",
            "dev.parley.journal..",
            "dev.parley.carrier..",
            "dev.parley.template..",
            "dev.parley.server..")
        .check(PRODUCT);
  }

  @Test
  void each_library_has_one_room() {
    onlyIn("org.eclipse.jetty..", "dev.parley.server.http..");
    onlyIn("java.sql..", "dev.parley.server.sql..");
    onlyIn("org.apache.hc..", "dev.parley.server.delivery..");
    onlyIn("org.apache.tika..", "dev.parley.server.media..");
    onlyIn("software.amazon.awssdk..", "dev.parley.server.media..");
    onlyIn("com.fasterxml.jackson..", "dev.parley.protocol.json..");
  }

  @Test
  void nothing_mutable_is_static() {
    List<String> offenders =
        PRODUCT.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field ->
                field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
            .filter(field ->
                !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL))
            .map(field -> field.getFullName())
            .toList();
    assertThat(offenders).isEmpty();
  }

  private static void onlyIn(String library, String room) {
    classes()
        .that(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "use " + library,
                (JavaClass type) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                            dependency
                                .getTargetClass()
                                .getPackageName()
                                .startsWith(library.replace("..", "")))))
        .should()
        .resideInAPackage(room)
        .allowEmptyShould(true)
        .check(PRODUCT);
  }
}
