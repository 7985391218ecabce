-- More of what is known of a chat's user.

-- The user towards a parent account over several portfolios.
ALTER TABLE chat ADD COLUMN parent_user_id TEXT;

-- What the ids of the chat's messages carry; never changes. Absent in rows of before: the number.
ALTER TABLE chat ADD COLUMN address TEXT;
