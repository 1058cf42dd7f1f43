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

/** Tests that only the image process decodes images, never the application itself. */
class ImageIsolationTest {

  private static final JavaClasses APPLICATION_CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.uitweg");

  @Test
  void onlyWorkerUsesReencoder() {
    assertThat(usersOf(ImageReencoder.class)).containsExactly(ImageWorker.class.getName());
  }

  @Test
  void onlyReencoderUsesReader() {
    assertThat(usersOf(UprightImageReader.class)).containsExactly(ImageReencoder.class.getName());
  }

  @Test
  void noOtherClassUsesImageReader() {
    assertThat(usersOf(ImageReader.class)).containsExactly(UprightImageReader.class.getName());
    assertThat(usersOf(Thumbnails.class)).isEmpty();
    assertThat(
            APPLICATION_CLASSES.stream()
                .flatMap(javaClass -> javaClass.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(ImageIO.class))
                .filter(call -> call.getName().equals("read")))
        .isEmpty();
  }

  private static Set<String> usersOf(Class<?> used) {
    return APPLICATION_CLASSES.stream()
        .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> outermost(dependency.getTargetClass()).equals(used.getName()))
        .map(Dependency::getOriginClass)
        .map(ImageIsolationTest::outermost)
        .filter(name -> !name.equals(used.getName()))
        .collect(Collectors.toSet());
  }

  private static String outermost(JavaClass javaClass) {
    return javaClass.getName().replaceFirst("\\$.*", "");
  }
}
