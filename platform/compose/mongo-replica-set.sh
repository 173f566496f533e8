#!/bin/bash
# Part of the HA overlay: makes three members a replica set and creates root and WebChat's own user. Runs at every start and leaves
# alone what is there.
set -euo pipefail

mongosh --quiet "mongodb://localhost:27017/admin" --eval '
  const secret = process.env;
  function initiated() {
    try { return db.adminCommand({ replSetGetStatus: 1 }).ok === 1; }
    catch (e) { if (e.codeName === "Unauthorized") return true; if (e.codeName === "NotYetInitialized") return false; throw e; }
  }
  if (!initiated()) {
    rs.initiate({ _id: "webchat", members: [
      { _id: 0, host: "mongo:27017", priority: 2 }, { _id: 1, host: "mongo-2:27017" }, { _id: 2, host: "mongo-3:27017" }] });
  }
  for (let i = 0; i < 60 && !db.hello().isWritablePrimary; i++) sleep(1000);
  if (db.hello().isWritablePrimary) {
    try {
      db.createUser({ user: "root", pwd: secret.MONGO_ROOT_PASSWORD, roles: ["root"] });
    } catch (e) {
      if (!["Unauthorized", "Location51003"].includes(e.codeName)) throw e;
    }
    db.auth("root", secret.MONGO_ROOT_PASSWORD);
    if (!db.getUser("webchat")) {
      db.createUser({ user: "webchat", pwd: secret.MONGO_PASSWORD, roles: [{ role: "readWrite", db: secret.MONGO_DATABASE }] });
    }
  }
'
