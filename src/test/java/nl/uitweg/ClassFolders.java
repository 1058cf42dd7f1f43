package nl.uitweg;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The classes that the build makes, by source folder; they are read once. */
final class ClassFolders {

  private static final Path PRODUCT = Path.of("target/classes");
  private static final Path TOOLS = Path.of("target/tools-classes");

  private ClassFolders() {}

  private static final class All {
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(PRODUCT, TOOLS);
  }

  /** The classes of {@code src/main}. */
  static JavaClasses product() {
    return new ClassFileImporter().importPaths(PRODUCT);
  }

  /** The classes of {@code src/main}, {@code src/demo} and {@code src/tools}. */
  static JavaClasses all() {
    return All.CLASSES;
  }
}
