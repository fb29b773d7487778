#!/bin/sh
# Runs once, in an empty database: the role that owns the tables, the role of the application, and the database.
set -eu
psql --set ON_ERROR_STOP=1 --set owner="$OWNER_PASSWORD" --set application="$APPLICATION_PASSWORD" <<SQL
create role agenda login password :'owner';
create role agenda_app login password :'application';
create database agenda owner agenda;
SQL
