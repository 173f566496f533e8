# One image for each of the four services, which have the same shape: docker build --build-arg SERVICE=auth-service --build-arg PORT=8081 .
#
# The base has to be the same in the last two stages: an AOT cache fits only the JVM that wrote it.
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
    mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
      -pl platform/standalone,auth-service,command-service,projection-service,push-service -am
RUN for service in auth command projection push; do \
      java -Djarmode=tools -jar $service-service/target/$service-service-*.jar extract --layers --destination /layers/$service-service \
      && mv /layers/$service-service/application/$service-service-*.jar /layers/$service-service/application/app.jar; \
    done \
    && mkdir /engines && cp platform/standalone/target/standalone-*.jar /engines/standalone.jar && cp -R platform/standalone/target/lib /engines/lib

FROM ${JRE} AS service
ARG SERVICE
WORKDIR /app
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./

# Starts the service once, on engines that live as long as this step, and keeps what the JVM learned.
FROM service AS training
ARG PORT=8080
COPY --from=build /engines /engines
COPY platform/compose/training-run.sh /
RUN SERVER_PORT=${PORT} sh /training-run.sh

FROM service
ARG SERVICE
ARG PORT=8080
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
COPY --from=training /app/app.aot ./
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin webchat \
    && install -d -o webchat -g webchat /var/lib/webchat
USER 10001:10001
# MaxRAMPercentage leaves room for what is not heap: classes, code, threads and socket buffers. InitialRAMPercentage, because the objects
# of the AOT cache have to fit into the heap that the JVM begins with, and of 512 MB that would be 8 MB.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=${PORT} \
    WEBCHAT_SNAPSHOT_DIRECTORY=/var/lib/webchat \
    WEBCHAT_SEARCH_DIRECTORY=/var/lib/webchat/search \
    JAVA_OPTIONS="-XX:MaxRAMPercentage=55"
VOLUME /var/lib/webchat
EXPOSE ${PORT}
HEALTHCHECK --interval=5s --timeout=4s --start-period=90s --retries=6 \
    CMD curl -fsS -o /dev/null "http://127.0.0.1:$((SERVER_PORT + 1000))/actuator/health/readiness" || exit 1
LABEL org.opencontainers.image.title="WebChat ${SERVICE}" \
      org.opencontainers.image.description="A self-hosted, event-sourced chat platform on Kafka: ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENTRYPOINT ["sh", "-c", "exec java -XX:AOTCache=/app/app.aot -XX:InitialRAMPercentage=10 -XX:+ExitOnOutOfMemoryError -Xss512k --enable-native-access=ALL-UNNAMED $JAVA_OPTIONS -jar app.jar"]
