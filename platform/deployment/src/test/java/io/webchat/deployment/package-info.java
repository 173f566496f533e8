/**
 * What operators run, checked: compose files, gateway, rules, alerts, dashboards. What needs a program that is not
 * installed is skipped, and says which one.
 */
package io.webchat.deployment;
