# The image has no demo: no embedded database, no demo accounts, no generated keys.
FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY src src
COPY content content
COPY i18n i18n
RUN mvn -q -B package -DskipTests -Ddemo.skip=true -Dspotless.check.skip=true

FROM docker.io/library/eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home uitweg
WORKDIR /app
COPY --from=build /build/target/quarkus-app/ ./
USER 10001
ENV QUARKUS_HTTP_HOST=0.0.0.0
EXPOSE 8080
# No heap dump and no error file: both could contain data that visitors typed.
ENTRYPOINT ["java", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/dev/null", "-jar", "quarkus-run.jar"]
