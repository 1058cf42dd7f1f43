# Two images: the site (the default), and the commands of the operator, which no serving machine needs:
#   docker build -t uitweg .
#   docker build -t uitweg-operator --target operator .
# Neither has the demo: no embedded database, no demo accounts, no generated keys.
FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY src src
COPY content content
COPY i18n i18n
RUN mvn -q -B package -Dmaven.test.skip=true -Ddemo.skip=true -Dspotless.check.skip=true

# Keys, audit, migrate, backup and restore: docker run uitweg-operator migrate
FROM docker.io/library/eclipse-temurin:17-jre AS operator
# pg_dump and pg_restore for "backup" and "restore", from the distribution of the image; for a newer server, install its client here.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home uitweg
WORKDIR /operator
COPY --from=build /build/target/operator/ ./
USER 10001
ENTRYPOINT ["java", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "-jar", "operator.jar"]

FROM docker.io/library/eclipse-temurin:17-jre AS site
RUN useradd --system --uid 10001 --no-create-home uitweg
WORKDIR /app
COPY --from=build /build/target/quarkus-app/ ./
USER 10001
ENV QUARKUS_HTTP_HOST=0.0.0.0
EXPOSE 8080
# No heap dump and no error file: both could contain data that visitors typed.
ENTRYPOINT ["java", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "-jar", "quarkus-run.jar"]
