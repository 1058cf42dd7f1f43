package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds out which other classes must be compiled again after a change. The body of a method
 * concerns nobody else; a member or constant that other classes can see does.
 */
final class ChangedClasses {

  private ChangedClasses() {}

  /** Whether other classes see no difference between two compiled versions. */
  static boolean looksTheSame(byte[] before, byte[] after) {
    return visibleMembers(before).equals(visibleMembers(after));
  }

  private static Set<String> visibleMembers(byte[] classFile) {
    Set<String> members = new TreeSet<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              @Nullable String signature,
              @Nullable String superName,
              String @Nullable [] interfaces) {
            members.add(access + " " + signature + superName + Arrays.toString(interfaces));
          }

          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object constant) {
            add(access, name, descriptor, signature, constant);
            return null;
          }

          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            add(access, name, descriptor, signature, Arrays.toString(exceptions));
            return null;
          }

          private void add(int access, @Nullable Object... parts) {
            if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0) {
              members.add(access + " " + Arrays.toString(parts));
            }
          }
        };
    new ClassReader(classFile).accept(visitor, ClassReader.SKIP_CODE);
    return members;
  }

  /** Source files that mention one of the names. */
  static Set<Path> mentions(Set<String> simpleNames, Set<Path> sources) throws IOException {
    Pattern names =
        Pattern.compile(
            simpleNames.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    Set<Path> found = new TreeSet<>();
    for (Path source : sources) {
      if (names.matcher(Files.readString(source, StandardCharsets.UTF_8)).find()) {
        found.add(source);
      }
    }
    return found;
  }
}
