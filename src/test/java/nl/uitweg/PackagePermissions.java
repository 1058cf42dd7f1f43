package nl.uitweg;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.uitweg.architecture.MayCall;

/**
 * Reads which packages may call which, as each {@code package-info} declares with {@link MayCall},
 * and which packages do call which. Package names lack the leading {@code nl.uitweg.}; calls to the
 * package of the annotation itself are omitted.
 */
final class PackagePermissions {

  static final String ROOT = "nl.uitweg.";

  private static final String ANNOTATION_PACKAGE =
      MayCall.class.getPackageName().substring(ROOT.length());

  private PackagePermissions() {}

  /** The permitted packages by calling package. */
  static Map<String, Set<String>> declared(JavaClasses classes) {
    Map<String, Set<String>> declared = new TreeMap<>();
    for (JavaClass type : classes) {
      String name = name(type.getPackageName(), ROOT);
      if (!name.isEmpty()) {
        declared.computeIfAbsent(name, PackagePermissions::readPermissions);
      }
    }
    return declared;
  }

  private static Set<String> readPermissions(String name) {
    try {
      MayCall declared =
          Class.forName(ROOT + name + ".package-info").getPackage().getAnnotation(MayCall.class);
      if (declared == null) {
        throw new AssertionError(ROOT + name + " has no @MayCall annotation");
      }
      return new TreeSet<>(Set.of(declared.value()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(ROOT + name + " has no package-info.java", e);
    }
  }

  /**
   * One example call, by calling package and called package.
   *
   * @param root prefix that is removed from the names of calling packages; packages without it are
   *     ignored
   */
  static Map<String, Map<String, String>> used(JavaClasses classes, String root) {
    Map<String, Map<String, String>> used = new TreeMap<>();
    for (JavaClass from : classes) {
      String origin = name(from.getPackageName(), root);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        add(used, origin, dependency.getTargetClass(), dependency.getDescription());
      }
      // ArchUnit does not count caught exceptions as dependencies.
      from.getCodeUnits().stream()
          .flatMap(unit -> unit.getTryCatchBlocks().stream())
          .flatMap(block -> block.getCaughtThrowables().stream())
          .forEach(caught -> add(used, origin, caught, from.getName() + " catches " + caught));
    }
    return used;
  }

  private static void add(
      Map<String, Map<String, String>> used, String origin, JavaClass called, String call) {
    String target = name(called.getPackageName(), ROOT);
    boolean crossesPackages = !origin.isEmpty() && !target.isEmpty() && !origin.equals(target);
    if (crossesPackages && !target.equals(ANNOTATION_PACKAGE)) {
      used.computeIfAbsent(origin, any -> new TreeMap<>()).putIfAbsent(target, call);
    }
  }

  private static String name(String packageName, String root) {
    return packageName.startsWith(root) ? packageName.substring(root.length()) : "";
  }
}
