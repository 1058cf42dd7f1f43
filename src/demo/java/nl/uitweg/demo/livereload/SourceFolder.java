package nl.uitweg.demo.livereload;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder with sources of the application.
 *
 * @param path the folder
 * @param target its place in the class path of the application; empty for the root
 */
record SourceFolder(Path path, String target) {

  private static final String JAVA = ".java";

  /** The same folders that the build packages. */
  static List<SourceFolder> of(Path project) {
    return List.of(
        new SourceFolder(project.resolve("src/main/java"), ""),
        new SourceFolder(project.resolve("src/main/resources"), ""),
        new SourceFolder(project.resolve("content"), "content"),
        new SourceFolder(project.resolve("i18n"), "i18n"));
  }

  static boolean isJava(Path file) {
    return file.toString().endsWith(JAVA);
  }

  boolean contains(Path file) {
    return file.startsWith(path);
  }

  /** Name of a file in the class path of the application; of a Java file without its suffix. */
  String nameOf(Path file) {
    String name = Path.of(target).resolve(path.relativize(file)).toString().replace('\\', '/');
    return isJava(file) ? name.substring(0, name.length() - JAVA.length()) : name;
  }
}
