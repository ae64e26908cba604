@fragment 23-cast.sql
