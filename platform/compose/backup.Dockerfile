# Saves, verifies and restores: docker build -f platform/compose/backup.Dockerfile .
ARG JRE=eclipse-temurin:25-jre

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY auth-service auth-service
COPY command-service command-service
COPY projection-service projection-service
COPY push-service push-service
COPY platform platform
# Whoever needs a Maven mirror passes it as the secret `maven`: docker build --secret id=maven,src=$HOME/.m2/settings.xml
RUN --mount=type=cache,target=/root/.m2/repository --mount=type=secret,id=maven,target=/root/.m2/settings.xml \
    mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl platform/backup -am \
    && mkdir -p /layers/dependencies /layers/application/lib \
    && cp -R platform/backup/target/lib /layers/dependencies/lib && cp platform/backup/target/backup-*.jar /layers/application/app.jar \
    && for own in event-log chat-domain; do mv /layers/dependencies/lib/$own-*.jar /layers/application/lib/; done

FROM ${JRE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
# What seldom changes comes first, in a layer of its own.
COPY --from=build /layers/dependencies/ /app/
COPY --from=build /layers/application/ /app/
# The same user as the services; the directory of the backups on the host belongs to it.
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin webchat \
    && install -d -o webchat -g webchat -m 700 /backups
USER 10001:10001
VOLUME /backups
LABEL org.opencontainers.image.title="WebChat backup" \
      org.opencontainers.image.description="A self-hosted, event-sourced chat platform on Kafka: backup and restore" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-cp", "/app/app.jar:/app/lib/*", "io.webchat.backup.Backup"]
