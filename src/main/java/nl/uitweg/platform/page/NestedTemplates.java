package nl.uitweg.platform.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets a template show another one that Java chose: {@code {panel}} renders a {@link
 * TemplateInstance}. Its output is not escaped again, because each template escapes its own values.
 */
@Singleton
class NestedTemplates implements ResultMapper {

  /** Above the mapper that escapes HTML. */
  private static final int PRIORITY = 10;

  void register(@Observes EngineBuilder builder) {
    builder.addResultMapper(this);
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  @Override
  public boolean appliesTo(Origin origin, Object result) {
    return result instanceof TemplateInstance;
  }

  @Override
  public String map(Object result, Expression expression) {
    return ((TemplateInstance) result).render();
  }
}
