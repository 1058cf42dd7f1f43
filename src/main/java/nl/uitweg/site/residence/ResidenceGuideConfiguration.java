package nl.uitweg.site.residence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.uitweg.content.Content;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.PackagedFolder;

/** Reads the residence guide once, at start-up; an invalid guide stops start-up. */
@ApplicationScoped
class ResidenceGuideConfiguration {

  @Produces
  @Singleton
  ResidenceGuide guide() {
    return PackagedFolder.read("content", ResidenceGuide::read);
  }

  void check(@Observes StartupEvent start, ResidenceGuide guide, Content content) {
    for (ResidenceGuide.Statement statement : guide.statements()) {
      for (String id : statement.phoneIds()) {
        if (content.organisation(id).flatMap(organisation -> organisation.phone()).isEmpty()) {
          throw InvalidContentException.in(
              "content/residence.yaml",
              "statement '"
                  + statement.id()
                  + "': '"
                  + id
                  + "' is not an organisation with a telephone number");
        }
      }
    }
  }
}
