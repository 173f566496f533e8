// For mongosh --eval 'load("/login.js")' in a container of MongoDB: logs in as root where MongoDB asks for a password, as in the HA overlay.
// The password comes by the environment: what a program is started with can be read by everybody on the machine.
if (process.env.MONGO_ROOT_PASSWORD) {
  db.getSiblingDB('admin').auth('root', process.env.MONGO_ROOT_PASSWORD);
}
