package nl.uitweg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jazzer keeps an input that breaks a fuzz test only where the folder of its seeds exists. */
class FuzzSeedsTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void everyFuzzTestHasSeedsAndEverySeedAFuzzTest() throws IOException {
    Set<String> expected =
        new ClassFileImporter()
            .importPackages("nl.uitweg").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(FuzzTest.class))
                .map(FuzzSeedsTest::folder)
                .collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("nl"))) {
      Set<String> folders =
          files
              .filter(Files::isRegularFile)
              .map(file -> RESOURCES.relativize(file).getParent().toString())
              .collect(Collectors.toSet());
      assertThat(folders).isEqualTo(expected);
    }
  }

  private static String folder(JavaMethod method) {
    return method.getOwner().getName().replace('.', '/') + "Inputs/" + method.getName();
  }
}
