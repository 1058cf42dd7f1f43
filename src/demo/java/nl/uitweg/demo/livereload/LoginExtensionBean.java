package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A bean that the login extension of Quarkus (OIDC) requires in development mode. The Dev UI, which
 * is left out, would register it. The class is generated, because its superclass is only on the
 * class path of the running application.
 */
final class LoginExtensionBean {

  private static final String NAME = "nl/uitweg/demo/livereload/GeneratedLoginExtensionBean";
  private static final String SUPERCLASS = "io/quarkus/oidc/runtime/dev/ui/OidcDevJsonRpcService";

  private LoginExtensionBean() {}

  /** Writes the class into a folder with the classes of the application. */
  static void writeTo(Path output) throws IOException {
    Path file = output.resolve(NAME + ".class");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, classFile());
  }

  /**
   * {@code @Singleton @Unremovable public class GeneratedLoginExtensionBean extends
   * OidcDevJsonRpcService {}}
   */
  private static byte[] classFile() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, NAME, null, SUPERCLASS, null);
    writer.visitAnnotation("Ljakarta/inject/Singleton;", true).visitEnd();
    writer.visitAnnotation("Lio/quarkus/arc/Unremovable;", true).visitEnd();
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPERCLASS, "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(1, 1);
    constructor.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
