#!/bin/sh
# Part of the image build: starts the service in /app once against throw-away engines, and writes /app/app.aot, from which
# it starts in half of the time. Nothing of the data is kept.
set -eu

engine() {
  java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Dlogback.configurationFile=engine-logback.xml \
    -cp '/engines/standalone.jar:/engines/lib/*' io.webchat.standalone.engine.EngineProcess "$@" &
}

data=$(mktemp -d)
mkdir "$data/kafka" "$data/mongo"
engine kafka "$data/kafka" 19092 19093
engine mongo "$data/mongo" 27117

export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:19092 WEBCHAT_REPLICATION_FACTOR=1
export MONGO_URI=mongodb://127.0.0.1:27117 MONGO_DATABASE=training REDIS_URL=redis://127.0.0.1:16379
export JWT_SECRET="training-$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"

cd /app
# Until Kafka answers, which the service itself waits for, but not for ever.
attempts=0
until java -XX:AOTCacheOutput=app.aot -Xlog:aot=error -Dspring.context.exit=onRefresh -Xss512k --enable-native-access=ALL-UNNAMED -jar app.jar; do
  attempts=$((attempts + 1))
  [ "$attempts" -lt 5 ] || exit 1
  sleep 2
done
[ -s app.aot ]
# The engines end with this step's container.
