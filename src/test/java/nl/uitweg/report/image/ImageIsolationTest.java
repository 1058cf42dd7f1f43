package nl.uitweg.report.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import org.junit.jupiter.api.Test;

/** The site itself decodes no image: only the process that draws does. */
class ImageIsolationTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.uitweg");

  @Test
  void onlyTheWorkerDraws() {
    assertThat(usersOf(ImageDrawing.class)).containsExactly(ImageWorker.class.getName());
  }

  @Test
  void onlyTheDrawingReads() {
    assertThat(usersOf(ImageReading.class)).containsExactly(ImageDrawing.class.getName());
  }

  @Test
  void nothingElseKnowsAnImageReader() {
    assertThat(usersOf(ImageReader.class)).containsExactly(ImageReading.class.getName());
    assertThat(usersOf(Thumbnails.class)).isEmpty();
    assertThat(
            OURS.stream()
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(ImageIO.class))
                .filter(call -> call.getName().equals("read")))
        .isEmpty();
  }

  private static Set<String> usersOf(Class<?> used) {
    return OURS.stream()
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> outermost(dependency.getTargetClass()).equals(used.getName()))
        .map(Dependency::getOriginClass)
        .map(ImageIsolationTest::outermost)
        .filter(name -> !name.equals(used.getName()))
        .collect(Collectors.toSet());
  }

  private static String outermost(JavaClass one) {
    return one.getName().replaceFirst("\\$.*", "");
  }
}
